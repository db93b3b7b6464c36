/** A larger array that begins with the same values. */
export function enlarged<Values extends Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array>(
  values: Values,
  length: number,
): Values {
  const larger = new (values.constructor as new (length: number) => Values)(length);
  larger.set(values);
  return larger;
}
