#!/usr/bin/env bash
# The last day of a list of dates. EDTF level 2 (ISO 8601-2) writes several days as a list in braces: {2018-01-22,2018-01-25} is
# both days, {2018-01-22..2018-01-25} each of the four. One would think that the last day of such a list is the latest
# that any of its parts has.
#
# - edtf 4.11.1 for JavaScript gives the last day of the part that is written last, and of a range its first: the list
#   {2018-01-22..2018-01-25} ends on 22 January, {2017-03..2017-05,2017-09..2017-11} in September, {2018-06,2018-06-02} on
#   2 June, and {2018-01-25,2018-01-22} begins on the 25th and ends on the 22nd.
# - edtf 5.0.2 for Python has the earliest and the latest day of all parts.
#
# So a visit of several days may end before it begins, and a search for a day in it misses it. Letterpress writes the days of
# a visit one by one and in order, never as ranges, and has the first and the last in columns of their own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix js edtf@4.11.1
cat > js/lists.mjs <<'JS'
import edtf from 'edtf';
const day = (time) => new Date(time).toISOString().slice(0, 10);
for (const list of process.argv.slice(2)) {
  const read = edtf(list);
  console.log('JavaScript', list, day(read.min), day(read.max));
}
JS
lists=('{2018-01-22,2018-01-25}' '{2018-01-25,2018-01-22}' '{2018-06,2018-06-02}' '{2018-01-22..2018-01-25}'
  '{2017-03..2017-05,2017-09..2017-11}')
node js/lists.mjs "${lists[@]}" | tee seen

python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check edtf==5.0.2
cat > lists.py <<'PY'
import sys
import time
from edtf import parse_edtf
day = lambda when: time.strftime('%Y-%m-%d', when)
for dates in sys.argv[1:]:
    read = parse_edtf(dates)
    print('Python', dates, day(read.lower_strict()), day(read.upper_strict()))
PY
python/bin/python lists.py "${lists[@]}" | tee -a seen

diff seen - <<'SEEN'
JavaScript {2018-01-22,2018-01-25} 2018-01-22 2018-01-25
JavaScript {2018-01-25,2018-01-22} 2018-01-25 2018-01-22
JavaScript {2018-06,2018-06-02} 2018-06-01 2018-06-02
JavaScript {2018-01-22..2018-01-25} 2018-01-22 2018-01-22
JavaScript {2017-03..2017-05,2017-09..2017-11} 2017-03-01 2017-09-30
Python {2018-01-22,2018-01-25} 2018-01-22 2018-01-25
Python {2018-01-25,2018-01-22} 2018-01-22 2018-01-25
Python {2018-06,2018-06-02} 2018-06-01 2018-06-30
Python {2018-01-22..2018-01-25} 2018-01-22 2018-01-25
Python {2017-03..2017-05,2017-09..2017-11} 2017-03-01 2017-11-30
SEEN
echo "As it was found."
