-- How often readers said that an answer helped them: a number, and nothing of who said it.
alter table inbox_publication add column useful bigint default 0 not null;

-- Questions and feedback stand in the main menu.
insert into site_row (id, version, kind, position, content, updated_at, updated_by) values
    (17, 1, 'MENU', 6, '{"english":"Questions","link":"/hoi-dap","parent":"","place":"MAIN","title":"Hỏi đáp"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (18, 1, 'MENU', 7, '{"english":"Feedback","link":"/phan-anh","parent":"","place":"MAIN","title":"Phản ánh"}', timestamp '2026-11-29 00:00:00', 'minhbach');
