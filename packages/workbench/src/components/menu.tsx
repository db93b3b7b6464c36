import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface MenuProps {
  readonly label: string;
  /** What the button shows; default the label. */
  readonly face?: ComponentChildren;
  readonly buttonClass?: string;
  readonly below?: boolean;
  readonly panelClass?: string;
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens a panel; Escape, and a click anywhere else, close it. */
export function Menu({
  label,
  face,
  buttonClass,
  below = false,
  panelClass = 'choices',
  children,
}: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  // At once: a key that comes before the next picture is for the menu too.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const closeByKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    const element = root.current;
    document.addEventListener('pointerdown', closeOutside);
    element?.addEventListener('keydown', closeByKey);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      element?.removeEventListener('keydown', closeByKey);
    };
  }, [isOpen]);
  return (
    <div ref={root} class={`menu${below ? ' below' : ''}`}>
      <button
        ref={button}
        type="button"
        class={buttonClass}
        aria-expanded={isOpen}
        aria-label={face === undefined ? undefined : label}
        title={face === undefined ? undefined : label}
        onClick={() => setOpen(!isOpen)}
      >
        {face ?? label}
      </button>
      {isOpen && <div class={panelClass}>{children(close)}</div>}
    </div>
  );
}
