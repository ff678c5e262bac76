SELECT c.id, c.code, c.label, c.is_urgent, c.next_due, c.stage, c.path, q.sex, q.age_band, w.display_name, o.name,
    c.person_id, c.organisation_id, c.raised_by, c.assigned_to, c.deputy, c.setting, c.profile, c.opened_at, c.stage_since, c.closed_at,
    c.closure_reason, c.version
FROM queue_line q CROSS JOIN case_file c JOIN organisation o ON o.id = c.organisation_id LEFT JOIN account w ON w.id = c.assigned_to
WHERE q.organisation_id = :mine AND q.is_open = 1 AND c.id = q.case_id
    AND NOT EXISTS (SELECT 1 FROM case_bar b WHERE b.case_id = c.id AND b.lifted_at IS NULL AND (b.account_id = :me OR b.organisation_id = :mine))
ORDER BY q.next_due, q.case_id LIMIT 51
