// How the files that belong to the library are reached where there is no file system.

/** The same place, whatever the program does in between: a page keeps its address. */
export function absolute(address: string): string {
  return address;
}

/** All bytes that are served at an address; an error whose message says why there are none. */
export async function readBytes(address: string): Promise<ArrayBufferLike> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response.arrayBuffer();
}
