"""The same index, queries, ranking and number of snippets in native SQLite FTS5: the peer of the search's yardstick.

Arguments: pages file, queries file (JSON), folder for the index, rounds. Prints one JSON object.
"""
import collections
import json
import os
import re
import sqlite3
import sys
import time

PAGES_A_STEP, OFTEN, RANKED, SHOWN = 100, 3, 8000, 20
pages, queries, folder, rounds = sys.argv[1], json.load(open(sys.argv[2])), sys.argv[3], int(sys.argv[4])
path = os.path.join(folder, 'native.sqlite')
db = sqlite3.connect(path, isolation_level=None)
db.executescript(
    "PRAGMA locking_mode=exclusive; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;"
    "CREATE TABLE entries(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, document INTEGER, page INTEGER, record TEXT, origin INTEGER);"
    "CREATE INDEX entries_document ON entries(document);"
    "CREATE INDEX entries_record ON entries(record) WHERE record IS NOT NULL;"
    "CREATE TABLE texts(id INTEGER PRIMARY KEY, text TEXT NOT NULL);"
    "CREATE VIRTUAL TABLE found USING fts5(words, pieces, often, content='', prefix='2 3 4', tokenize='ascii');"
)


def folded(text):
    terms = re.findall('[a-z0-9]+', text.lower())
    return ' '.join(terms), ' '.join(term for term, count in collections.Counter(terms).items() if count >= OFTEN)


build, fold, number = 0.0, 0.0, 0


def store(batch):
    global build, fold, number
    began = time.perf_counter()
    columns = [folded(text) for text in batch]
    parsed = time.perf_counter()
    db.execute('BEGIN')
    for text, (words, often) in zip(batch, columns):
        number += 1
        db.execute('INSERT INTO entries VALUES (?, 0, NULL, ?, NULL, 0)', (number, number))
        db.execute('INSERT INTO texts VALUES (?, ?)', (number, text))
        db.execute("INSERT INTO found(rowid, words, pieces, often) VALUES (?, ?, '', ?)", (number, words, often))
    db.execute('COMMIT')
    fold += parsed - began
    build += time.perf_counter() - parsed


batch = []
for line in open(pages):
    batch.append(line.rstrip('\n'))
    if len(batch) == PAGES_A_STEP:
        store(batch)
        batch = []
if batch:
    store(batch)


def phrase(words):
    prefix = words.endswith('*') or words.endswith('*"')
    terms = re.findall('[a-z0-9]+', words)
    star = ' *' if prefix else ''
    plain = '{words pieces} : "%s"%s' % (' '.join(terms), star)
    each = ' AND '.join('"%s"%s' % (term, star if at == len(terms) - 1 else '') for at, term in enumerate(terms))
    return '(%s)' % plain, '((%s) AND (often : (%s)))' % (plain, each), terms, prefix


def count(match):
    return db.execute('SELECT count(*) FROM found WHERE found MATCH ?', (match,)).fetchone()[0]


def ranked(match):
    return [row[0] for row in db.execute(
        'SELECT id FROM (SELECT rowid AS id, bm25(found, 1.0, 1.0, 0.0) AS score FROM found WHERE found MATCH ? LIMIT %d) ORDER BY score, id LIMIT %d' % (RANKED, SHOWN), (match,))]


def find(words):
    match, often, terms, prefix = phrase(words)
    total = count(match)
    if total <= RANKED:
        best = ranked(match)
    else:
        best = ranked(often) or ranked(match)
        if len(best) < SHOWN:
            best += [row[0] for row in db.execute('SELECT rowid FROM found WHERE found MATCH ? LIMIT %d' % (SHOWN + len(best)), (match,))]
    snippets = []
    needle = ' '.join(terms)
    for entry in best[:SHOWN]:
        text = db.execute('SELECT t.text, e.page FROM entries e JOIN texts t ON t.id = e.id WHERE e.id = ?', (entry,)).fetchone()[0]
        at = max(0, text.find(needle) - 70)
        snippets.append(text[at:at + 260])
    return total


times, totals = [[] for _ in queries], []
for run in range(rounds + 1):
    for at, words in enumerate(queries):
        began = time.perf_counter()
        total = find(words)
        if run > 0:
            times[at].append((time.perf_counter() - began) * 1000)
        else:
            totals.append(total)
size = db.execute('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size').fetchone()[0]
print(json.dumps({'build': build * 1000, 'fold': fold * 1000, 'bytes': size, 'times': times, 'totals': totals, 'version': sqlite3.sqlite_version}))
