-- The roles of the editorial board, told apart: who writes, who looks through, who publishes; and those of the staff who answer.

insert into role_permission (role, permission, reach) values
    ('ADMINISTRATOR', 'READ_AUDIT', 'ALL'),
    ('ADMINISTRATOR', 'ARRANGE_SECTIONS', 'ALL'),
    ('ADMINISTRATOR', 'KEEP_FILES', 'ALL'),
    ('CONTRIBUTOR', 'ENTER_OFFICE', 'ALL'),
    ('CONTRIBUTOR', 'WRITE_ARTICLES', 'ASSIGNED'),
    ('CONTRIBUTOR', 'KEEP_FILES', 'ALL'),
    ('EDITOR', 'REVIEW_ARTICLES', 'ASSIGNED'),
    ('PUBLISHER', 'WRITE_ARTICLES', 'ASSIGNED'),
    ('PUBLISHER', 'REVIEW_ARTICLES', 'ASSIGNED'),
    ('PUBLISHER', 'ARRANGE_SECTIONS', 'ALL'),
    ('PUBLISHER', 'KEEP_SITE', 'ALL'),
    ('PUBLISHER', 'KEEP_UNITS', 'ALL'),
    ('MODERATOR', 'ENTER_OFFICE', 'ALL'),
    ('RESPONDER', 'ENTER_OFFICE', 'ALL'),
    ('APPROVER', 'ENTER_OFFICE', 'ALL'),
    ('REPORTER', 'ENTER_OFFICE', 'ALL');

-- What an editor had and a publisher needs too.
insert into role_permission (role, permission, reach)
    select 'PUBLISHER', permission, reach from role_permission
    where role = 'EDITOR' and permission not in ('WRITE_ARTICLES', 'REVIEW_ARTICLES');
delete from role_permission where role = 'EDITOR' and permission = 'PUBLISH_ARTICLES';

-- Whoever published until now goes on publishing.
insert into portal_assignment (user_id, role, place)
    select user_id, 'PUBLISHER', place from portal_assignment where role = 'EDITOR';
