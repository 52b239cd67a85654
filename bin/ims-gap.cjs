#!/usr/bin/env node
'use strict'
const { join } = require('node:path')
const { openProgram } = require('./compiled-code.cjs')

const words = process.argv.slice(2)
const { load, keep } = openProgram(join(__dirname, '..', 'dist'), words)
load('cli.cjs')
  .runProcess(words)
  .then((code) => {
    process.exitCode = code
    if (code <= 1) keep()
  })
