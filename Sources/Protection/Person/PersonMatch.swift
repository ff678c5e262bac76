/// That two people, in files of two organisations, may be one and the same.
///
/// `person_match` holds one row for each pair: `id`, `first_case`, `second_case` (the file of the newer person first; each pair once,
/// whichever way round), `score` 0–100, `reasons` (codes of `NameLikeness.Reason` with spaces between them), `found_at`, and, once the
/// identifying authority has settled it, `settled_at` with `settled_as`: a code of the room that joins files.
package enum PersonMatch {}
