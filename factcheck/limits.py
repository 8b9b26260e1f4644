"""How much of an input is read: far more than any article needs, and never without end."""

FILE_BYTES = 64 * 1024 * 1024  # of one file
HTML_BYTES = 8 * 1024 * 1024  # of one page
CHECKED_LENGTH = 500_000  # code points of one article that are kept and checked; about 80,000 words
ARTICLES_PER_FILE = 100_000  # of a feed or a JSONL file
UNPACKED_BYTES = 256 * 1024 * 1024  # of all that a packed file (DOCX) holds
PACKED_FILES = 5_000  # files inside one packed file
PAGES = 2_000  # of a PDF
