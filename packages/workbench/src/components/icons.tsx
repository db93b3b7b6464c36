/** The sign of the program: two columns whose lines answer each other. */
export function Sign() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <g fill="none" stroke="var(--accent-ink)" stroke-width="2.6" stroke-linecap="round">
        <path d="M7 10h7M7 16h7M7 22h5" />
        <path d="M18 10h7M18 16h7M20 22h5" stroke-opacity=".75" />
      </g>
    </svg>
  );
}
