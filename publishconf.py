"""What differs when the site is built to go live: whole addresses.

The address is SITE.address; a host that gives another one (GitHub Pages) passes it as SITE_ADDRESS.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # Pelican reads this file by path, from any folder
from pelicanconf import *  # noqa: F403  # Pelican's own way: everything there, then what differs
from pelicanconf import SITE as HOME

SITE = replace(HOME, address=os.environ.get("SITE_ADDRESS", HOME.address).rstrip("/"))
SITEURL = FEED_DOMAIN = SITE.address
