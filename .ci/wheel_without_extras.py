"""Use the installed wheel with nothing but the core: load, check, convert; and ask for the command line's extra."""

import subprocess
import sys

import cooperation as co

portfolio = co.load_example("vaxjo")
if len(portfolio) != 10 or co.loads(co.dumps(portfolio)) != portfolio:  # noqa: PLR2004
    sys.exit("the example did not survive a round trip")
if co.check(portfolio).at_or_above(co.Severity.ERROR):
    sys.exit("the ten projects have errors")
told = subprocess.run([sys.executable, "-I", "-m", "cooperation"], capture_output=True, text=True, check=False)
if told.returncode != 2 or "cooperation[cli]" not in told.stderr:  # noqa: PLR2004
    sys.exit(f"the missing extra was not named: {told.stderr}")
print(f"Python {sys.version.split()[0]}: the wheel works without extras")
