#!/usr/bin/env bash
# The last step of action.yml: ends with what the check ended with.
set -euo pipefail

code=${IMS_GAP_CODE:-}
case "$code" in
  0) ;;
  1) echo 'A gate failed: the step before names the findings, and so does the summary of the job.' ;;
  '')
    echo '::error title=ims-gap check::The check was not made. The log of the steps before says why.'
    code=70
    ;;
  3) echo '::error title=ims-gap check::A practice description is invalid. The log says where.' ;;
  *) echo "::error title=ims-gap check::The check ended with code $code. The log of the step before says why." ;;
esac
exit "$code"
