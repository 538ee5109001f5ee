/**
 * Runs one command and never lets it outlive its starter.
 *
 *     guard.mjs GRACE_MS COMMAND [ARGUMENT …]        (with an IPC channel to the starter)
 *
 * The channel is the starter's life line: it closes when the starter ends in whatever way, SIGKILL
 * included. The guard stands in a session of its own, so that a terminal's Ctrl-C reaches the starter
 * alone, which then ends its commands in order. Plain JavaScript, to be up within milliseconds.
 *
 * From the starter: 'stop', 'kill'. To the starter: { pid } or { failure }. Exit status: the command's.
 */
import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'

const [grace, ...command] = process.argv.slice(2)
const hasGroups = process.platform !== 'win32'

if (!process.connected) process.exit(0)

const [file, ...args] = diesWithItsParent()
  ? ['setpriv', '--pdeathsig', 'KILL', ...command]
  : command
const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: hasGroups })

child.once('spawn', () => tell({ pid: child.pid }))
child.once('error', (error) => tell({ failure: error.message }, () => process.exit(127)))
child.once('exit', (code, signal) => {
  send('SIGKILL') // what the command itself left behind
  process.exit(code ?? 128 + constants.signals[signal])
})

process.on('disconnect', stop)
process.on('message', (message) => (message === 'kill' ? send('SIGKILL') : stop()))
process.on('SIGTERM', stop)
process.on('SIGINT', () => {})
process.on('SIGHUP', () => {})

function stop() {
  send('SIGTERM')
  setTimeout(() => send('SIGKILL'), Number(grace))
}

function send(signal) {
  if (child.pid === undefined) return
  try {
    if (hasGroups) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // it is gone already
  }
}

function tell(message, then = () => {}) {
  if (process.connected) process.send(message, then)
  else then()
}

/** On Linux the kernel ends the command even when the guard itself is killed. */
function diesWithItsParent() {
  if (process.platform !== 'linux') return false
  return spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { stdio: 'ignore' }).status === 0
}
