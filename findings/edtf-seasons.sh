#!/usr/bin/env bash
# One season of EDTF, three lengths. EDTF (ISO 8601-2) writes the autumn of 2017 as 2017-23 and the winter as 2017-24, and
# leaves open when a season begins. Two of its best-known readers answer all the same, and differ:
#
# - edtf 4.11.1 for JavaScript takes seasons for quarters: its autumn is July to September, its winter October to December.
# - edtf 5.0.2 for Python has the meteorologists' autumn, September to November, but a winter of December alone: its
#   spring begins in March, so January and February are in no season at all.
#
# So a visit of 'autumn 2017' that was in November is outside the season for the one, and one of 'winter 2017' that was in
# January for both. Letterpress counts as the Met Office does (a winter is December to February, of the year it begins
# in), and writes the first and last day that a date may mean into columns of their own, so that nobody has to ask.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix js edtf@4.11.1
cat > js/seasons.mjs <<'JS'
import edtf from 'edtf';
const day = (time) => new Date(time).toISOString().slice(0, 10);
for (const season of ['2017-23', '2017-24']) {
  const read = edtf(season);
  console.log('JavaScript', season, day(read.min), day(read.max));
}
JS
node js/seasons.mjs | tee seen

python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check edtf==5.0.2
python/bin/python - <<'PY' | tee -a seen
import time
from edtf import parse_edtf
day = lambda when: time.strftime('%Y-%m-%d', when)
for season in ['2017-23', '2017-24', '2018-21']:
    read = parse_edtf(season)
    print('Python', season, day(read.lower_strict()), day(read.upper_strict()))
PY

diff seen - <<'SEEN'
JavaScript 2017-23 2017-07-01 2017-09-30
JavaScript 2017-24 2017-10-01 2017-12-31
Python 2017-23 2017-09-01 2017-11-30
Python 2017-24 2017-12-01 2017-12-31
Python 2018-21 2018-03-01 2018-05-31
SEEN
echo "As it was found."
