// Loaded into a process that is measured: at its end, its peak memory in KiB goes to the file that is named.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  writeFileSync(process.env.MAX_RSS_FILE, String(process.resourceUsage().maxRSS))
})
