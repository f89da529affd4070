/** Imports every built package by its name, as its users do: faults in ESM imports show only then. */
import { execFileSync } from 'node:child_process';

const workspaces = JSON.parse(execFileSync('npm', ['query', '.workspace'], { encoding: 'utf8' }));
let broken = 0;

for (const { name, exports: entries } of workspaces) {
  if (!entries?.['.']) continue; // a service: `npm start` starts it from its build
  try {
    const names = Object.keys(await import(name));
    console.log(`${name}: ${names.length} exports`);
  } catch (error) {
    broken += 1;
    console.error(`${name}: ${error.message}`);
  }
}

process.exitCode = broken === 0 ? 0 : 1;
