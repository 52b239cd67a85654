#!/usr/bin/env node
'use strict'
// Types for Node 20 do not have it.
const nodeModule = /** @type {{ enableCompileCache?: () => void }} */ (require('node:module'))
nodeModule.enableCompileCache?.()
require('../dist/cli.cjs')
  .runProcess(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code
  })
