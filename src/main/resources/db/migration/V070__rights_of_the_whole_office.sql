-- What belongs to no section in particular is decided by whoever has the role for the whole office: not by an editor or a publisher of one
-- section, who had it everywhere until now. They go on writing, looking through and publishing the articles of their section.
update role_permission set reach = 'WHOLE'
    where role in ('EDITOR', 'PUBLISHER')
      and permission in ('TEACH_SEARCH', 'REBUILD_INDEX', 'KEEP_QUALITY', 'REVIEW_PROCEDURES', 'PUBLISH_PROCEDURES', 'KEEP_PROCEDURES',
                         'ARRANGE_SECTIONS', 'KEEP_SITE', 'KEEP_UNITS', 'KEEP_SOURCES', 'KEEP_MAIL');
