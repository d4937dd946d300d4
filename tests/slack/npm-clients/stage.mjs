// What both checks stand on: sentences that hold or not, waiting, and a program that ends with us.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const programs = [];
let failures = 0;

// Says the sentence; a value that is not true says why not.
export function holds(sentence, value) {
  const good = value === true;
  if (!good) failures++;
  console.log(`${good ? 'ok    ' : 'FAILED'} ${sentence}${good ? '' : `: ${JSON.stringify(value)}`}`);
}

export async function until(what, found, seconds = 10) {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end;) {
    const value = await found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${seconds} seconds in vain for ${what}`);
}

// A program whose lines, of both outputs, are kept in `lines`.
export function start(path, args, env = {}) {
  const child = spawn(path, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const program = { child, lines: [], errors: [] };
  createInterface({ input: child.stdout }).on('line', (line) => program.lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => program.errors.push(line));
  program.ended = new Promise((resolve) => child.on('close', resolve)); // its status
  child.on('error', (error) => program.errors.push(error.message));
  programs.push(program);
  return program;
}

// Runs the check and ends the process, whatever happens with everything that was started.
export async function run(check) {
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.on(signal, () => {
      for (const { child } of programs) child.kill('SIGKILL');
      process.exit(1);
    });
  try {
    await check();
  } catch (error) {
    holds('the check went through', error.stack);
  }
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.map((program) => program.ended));
  if (failures) for (const { errors } of programs) console.error(errors.join('\n'));
  console.log(failures ? `${failures} failed` : 'all is well');
  process.exit(failures ? 1 : 0);
}
