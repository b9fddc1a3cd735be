"""What differs when the site is built to go live: whole addresses.

The address is SITE.address; a host that gives another one (GitHub Pages) passes it as SITE_ADDRESS.
"""

import os
from dataclasses import replace

from pelicanconf import *  # noqa: F403  # Pelican's own way: everything of pelicanconf.py, then the differences
from pelicanconf import SITE as HOME

SITE = replace(HOME, address=os.environ.get("SITE_ADDRESS", HOME.address).rstrip("/"))
SITEURL = FEED_DOMAIN = SITE.address
