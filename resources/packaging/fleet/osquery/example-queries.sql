-- What Offramp's own tables (offramp.atc.*.json) answer. `path` is added by osquery: whose state.db it is.

-- Who looked last, and what the check said.
SELECT path, verdict, datetime(last_seen, 'unixepoch') AS last_seen, facts_as_of
FROM offramp_checks AS newest
WHERE last_seen = (SELECT max(last_seen) FROM offramp_checks AS all_checks WHERE all_checks.path = newest.path);

-- Who turned reminders off for good.
SELECT path FROM offramp_reminder WHERE name = 'never' AND value = '1';
