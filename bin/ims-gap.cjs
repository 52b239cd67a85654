#!/usr/bin/env node
'use strict'
require('node:module').enableCompileCache?.()
require('../dist/cli.cjs')
  .runProcess(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code
  })
