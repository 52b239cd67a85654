#!/usr/bin/env node
'use strict'
// Exists from Node 22 on; keeps compiled code between runs.
require('node:module').enableCompileCache?.()
require('../dist/cli.cjs')
  .runProcess(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code
  })
