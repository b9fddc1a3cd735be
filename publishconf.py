"""What differs when the site is built to go live: whole addresses."""

from pelicanconf import *  # noqa: F403
from pelicanconf import SITE

SITEURL = SITE.address
