// The end of `npm start`: the line that puts the command of this checkout on the path. It comes last, to be copied.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = path.join(path.dirname(fileURLToPath(import.meta.url)), '../node_modules/.bin');
console.log('\nThis puts the command duiqi on the path of your shell, until you close it:');
console.log(
  process.platform === 'win32'
    ? `$env:Path = '${bin.replaceAll("'", "''")};' + $env:Path`
    : `export PATH='${bin.replaceAll("'", "'\\''")}':"$PATH"`,
);
