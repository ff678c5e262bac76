SELECT c.id, c.code, c.label, c.is_urgent, c.next_due, c.stage, c.path, p.sex, p.age_band, w.display_name, o.name,
    c.person_id, c.organisation_id, c.raised_by, c.assigned_to, c.deputy, c.setting, c.profile, c.opened_at, c.stage_since, c.closed_at,
    c.closure_reason, c.version
FROM case_share s JOIN case_file c ON c.id = s.case_id JOIN person p ON p.id = c.person_id JOIN organisation o ON o.id = c.organisation_id
    LEFT JOIN account w ON w.id = c.assigned_to
WHERE s.organisation_id = :mine AND s.closed_at IS NULL AND s.is_open = 1
    AND NOT EXISTS (SELECT 1 FROM case_share t WHERE t.case_id = s.case_id AND t.organisation_id = s.organisation_id
        AND t.closed_at IS NULL AND t.id < s.id)
    AND NOT EXISTS (SELECT 1 FROM case_bar b WHERE b.case_id = c.id AND b.lifted_at IS NULL AND (b.account_id = :me OR b.organisation_id = :mine))
ORDER BY s.next_due, s.case_id LIMIT 51
