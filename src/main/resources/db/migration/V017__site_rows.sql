-- The lists by which the site is run: notices, hotlines, banners, menus … Each row is a JSON document of its fields.

create sequence site_row_seq start with 1050 increment by 50;
create table site_row (
    id         bigint         not null primary key,
    version    bigint         not null,
    -- SiteKind: PROFILE, NOTICE, HOTLINE, BANNER, MENU …
    kind       varchar(30)    not null,
    position   integer        not null,
    content    varchar(20000) not null,
    updated_at timestamp(6)   not null,
    updated_by varchar(60)    not null
);
create index site_row_kind on site_row (kind, position, id);

-- The main menu as it was fixed until now.
insert into site_row (id, version, kind, position, content, updated_at, updated_by) values
    (1, 1, 'MENU', 1, '{"english":"Home","link":"/","parent":"","place":"MAIN","title":"Trang chủ"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (2, 1, 'MENU', 2, '{"english":"Procedures","link":"/danh-muc-thu-tuc","parent":"","place":"MAIN","title":"Thủ tục hành chính"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (3, 1, 'MENU', 3, '{"english":"News","link":"/tin-tuc","parent":"","place":"MAIN","title":"Tin tức"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (4, 1, 'MENU', 4, '{"english":"Administrative reform","link":"/cai-cach-hanh-chinh","parent":"","place":"MAIN","title":"Cải cách hành chính"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (5, 1, 'MENU', 5, '{"english":"Units","link":"/don-vi","parent":"","place":"MAIN","title":"Đơn vị"}', timestamp '2026-11-29 00:00:00', 'minhbach');

-- The home page as it was fixed until now.
insert into site_row (id, version, kind, position, content, updated_at, updated_by) values
    (11, 1, 'BLOCK', 1, '{"block":"LIFE_EVENTS","shown":"YES","size":"","width":"FULL"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (12, 1, 'BLOCK', 2, '{"block":"BANNER","shown":"YES","size":"","width":"FULL"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (13, 1, 'BLOCK', 3, '{"block":"NEWS","shown":"YES","size":"","width":"HALF"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (14, 1, 'BLOCK', 4, '{"block":"REFORM","shown":"YES","size":"","width":"HALF"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (15, 1, 'BLOCK', 5, '{"block":"NOTICES","shown":"YES","size":"","width":"FULL"}', timestamp '2026-11-29 00:00:00', 'minhbach'),
    (16, 1, 'BLOCK', 6, '{"block":"HOTLINES","shown":"YES","size":"","width":"FULL"}', timestamp '2026-11-29 00:00:00', 'minhbach');
