#!/usr/bin/env bash
# Two days of ISO 8601, read as a time of day. pandas 3.1.1 (by python-dateutil 4.0.0) is asked for the date of an interval
# of days, such as a letter's days on site. One would think that it gives the first day, or says that this is no date. For
# 2020-12-15/2020-12-16 it gives 15 December 2020 at 20:20, sixteen hours behind UTC: the second year is taken for hours and
# minutes, and the second day for a time zone. Nothing is said. Whether it does so depends on the days: where the second is
# the 24th or later there is no such zone, and then it is an error. So a column of intervals fails or not by its rows,
# and with `errors="coerce"` part of it is missing and the rest wrong.
#
# Letterpress says so beside the columns that may hold an interval, and has the first and last day in columns of their own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1 python-dateutil==4.0.0
python/bin/python - <<'PY' | tee seen
import pandas
for days in ['2020-12-15/2020-12-16', '2016-08-04/2016-08-05', '2018-01-23/2018-01-24']:
    try:
        print(days, 'is', pandas.Timestamp(days))
    except ValueError:
        print(days, 'is refused')
print(pandas.to_datetime(pandas.Series(['2020-12-15/2020-12-16']), utc=True)[0])
PY

diff seen - <<'SEEN'
2020-12-15/2020-12-16 is 2020-12-15 20:20:00-16:00
2016-08-04/2016-08-05 is 2016-08-04 20:16:00-05:00
2018-01-23/2018-01-24 is refused
2020-12-16 12:20:00+00:00
SEEN
echo "As it was found."
