#!/usr/bin/env bash
# The check of action.yml: prints annotations, writes its results beside each other, and always ends well, so that they can be
# uploaded before end.sh ends with the code. What comes from outside stands in variables and never becomes part of a command.
set -euo pipefail

tool=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

if [[ ! -f "$tool/dist/cli.cjs" ]]; then
  echo '::group::Build ims-gap'
  # Packages run nothing when they are installed; only our own build does.
  (cd "$tool" && npm ci --ignore-scripts --no-audit --no-fund && npm run build)
  echo '::endgroup::'
fi

# The paths in the results start from here.
cd "$GITHUB_WORKSPACE"
results=$(mktemp -d "$RUNNER_TEMP/ims-gap-XXXXXX")
argv=(check --format github --quiet)
for name in sarif summary.md comment.md; do argv+=(-o "$results/ims-gap.$name"); done

base=${IMS_GAP_BASE:-}
# A push that creates a branch has no commit before it.
if [[ "$base" =~ ^0+$ ]]; then base="origin/${IMS_GAP_DEFAULT_BRANCH:-main}"; fi
# The id in an event stays that of the day a pull request was opened, while the merge commit that is checked out moves on with
# the target branch: what others merged meanwhile is not part of this change.
if [[ "$base" =~ ^[0-9a-f]{40,64}$ ]] &&
  git rev-parse --verify --quiet 'HEAD^2' >/dev/null &&
  { ! git cat-file -e "$base" 2>/dev/null || git merge-base --is-ancestor "$base" 'HEAD^1'; }; then
  base=$(git rev-parse 'HEAD^1')
fi
if [[ -n "$base" ]]; then argv+=("--base=$base" "--gates-from=${IMS_GAP_GATES_FROM:-base}"); fi

# Appends every line that is not blank as one argument.
add_lines() {
  local line
  while IFS= read -r line || [[ -n "$line" ]]; do
    if [[ "$line" == *[![:space:]]* ]]; then argv+=("${line%$'\r'}"); fi
  done <<<"$1"
}
add_lines "${IMS_GAP_ARGUMENTS:-}"
argv+=(--)
add_lines "${IMS_GAP_FILES:-}"

code=0
node "$tool/bin/ims-gap.cjs" "${argv[@]}" </dev/null || code=$?

echo "code=$code" >>"$GITHUB_OUTPUT"
for name in sarif summary comment; do
  file="$results/ims-gap.$name"
  if [[ "$name" != sarif ]]; then file+=.md; fi
  if [[ -f "$file" ]]; then echo "$name=$file" >>"$GITHUB_OUTPUT"; fi
done
if [[ -f "$results/ims-gap.summary.md" ]]; then cat "$results/ims-gap.summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
