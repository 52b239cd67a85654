#!/usr/bin/env node
import * as module from 'node:module'

// Exists from Node 22 on; keeps compiled code between runs.
module.enableCompileCache?.()
const { runProcess } = await import('../dist/cli.js')
process.exitCode = await runProcess(process.argv.slice(2))
