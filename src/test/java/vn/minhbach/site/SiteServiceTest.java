package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.attachment.AttachmentUse;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.Keeping;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.desk.RowField;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Words;

/** Rows are kept, moved, removed and put back, each deed with its line in the history and its place in the change log. */
class SiteServiceTest {

    private final TestDatabase database = TestDatabase.create();
    private final SetClock clock = new SetClock(Instant.parse("2026-12-05T00:30:00Z"));

    @BeforeEach
    void empty() {
        database.inTransaction(
                em -> em.createNativeQuery("delete from site_row").executeUpdate());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRowIsAddedChangedAndTheChangeTakenBack() {
        ask(service -> service.add(SiteKind.HOTLINE, hotline("Trực ban")));
        var row = only();
        var entry = ask(service -> service.change(SiteKind.HOTLINE, row.id(), row.version(), hotline("Văn phòng")));
        assertThat(only().get("name")).isEqualTo("Văn phòng");

        var undone = ask(service -> service.undo(SiteKind.HOTLINE, entry));

        assertThat(undone).isEqualTo("Văn phòng");

        assertThat(only().get("name")).isEqualTo("Trực ban");
        assertThat(deeds(row.id()))
                .containsExactly(HistoryEntry.Deed.CHANGED, HistoryEntry.Deed.CHANGED, HistoryEntry.Deed.ADDED);
        assertThat(changes()).hasSize(3).allMatch("PUBLISHED site:hotline"::equals);
    }

    /** Somebody takes back what one person did; what another has done since is not theirs. */
    @Test
    void onlyWhatAChangeChangedIsTakenBack() {
        ask(service -> service.add(SiteKind.HOTLINE, hotline("Trực ban")));
        var row = only();
        var named = ask(service -> service.change(SiteKind.HOTLINE, row.id(), row.version(), hotline("Văn phòng")));
        ask(service -> service.change(
                SiteKind.HOTLINE, row.id(), only().version(), Map.of("name", "Văn phòng", "phone", "0200 3820 168")));

        ask(service -> service.undo(SiteKind.HOTLINE, named));

        assertThat(only().get("name")).isEqualTo("Trực ban");
        assertThat(only().get("phone")).isEqualTo("0200 3820 168");
        // Pressed twice, it is as it was.
        ask(service -> service.undo(SiteKind.HOTLINE, named));
        assertThat(only().get("name")).isEqualTo("Trực ban");
    }

    @Test
    void whatWasChangedAgainSinceIsNotTakenBack() {
        ask(service -> service.add(SiteKind.HOTLINE, hotline("Trực ban")));
        var row = only();
        var named = ask(service -> service.change(SiteKind.HOTLINE, row.id(), row.version(), hotline("Văn phòng")));
        ask(service -> service.change(SiteKind.HOTLINE, row.id(), only().version(), hotline("Bộ phận một cửa")));

        assertThatThrownBy(() -> ask(service -> service.undo(SiteKind.HOTLINE, named)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        broken ->
                                assertThat(Words.VIETNAMESE.text(broken.gap())).isEqualTo("Gọi để làm gì, ai nghe máy"))
                .hasMessage("desk.undo.changed");
        assertThat(only().get("name")).isEqualTo("Bộ phận một cửa");
    }

    /** A picture that no article shows is the staff's; on the page, readers would see a hole. */
    @Test
    void thePictureOfABannerIsEverybodysWhileTheBannerIsShown() {
        banner(Map.of("title", "Lễ hội", "picture", "/tep/7/a.jpg"));
        banner(Map.of("title", "Năm ngoái", "picture", "/tep/8/b.jpg", "until", "2025-12-31T00:00"));
        var uses = ask(service -> {
            var files = new BannerFiles();
            files.site = service;
            return files.of(List.of(7L, 8L));
        });
        assertThat(uses)
                .extracting(AttachmentUse.Use::attachment, AttachmentUse.Use::title, AttachmentUse.Use::standing)
                .containsExactly(
                        tuple(7L, "Lễ hội", AttachmentUse.Standing.PUBLIC),
                        tuple(8L, "Năm ngoái", AttachmentUse.Standing.DRAFT));
    }

    @Test
    void savingWhatIsThereChangesNothing() {
        ask(service -> service.add(SiteKind.HOTLINE, hotline("Trực ban")));
        var row = only();

        var entry = ask(service -> service.change(SiteKind.HOTLINE, row.id(), row.version(), hotline(" Trực  ban ")));

        assertThat(entry).isZero();

        assertThat(only()).isEqualTo(row);
        assertThat(changes()).hasSize(1);
    }

    @Test
    void theSecondOfTwoIsToldThatTheFirstHasSaved() {
        ask(service -> service.add(SiteKind.HOTLINE, hotline("Trực ban")));
        var row = only();
        ask(service -> service.change(SiteKind.HOTLINE, row.id(), row.version(), hotline("Của người thứ nhất")));

        assertThatThrownBy(() ->
                        ask(service -> service.change(SiteKind.HOTLINE, row.id(), row.version(), hotline("Thứ hai"))))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(only().get("name")).isEqualTo("Của người thứ nhất");
    }

    @Test
    void aRemovedRowComesBackAsItWasAndOnlyOnce() {
        names("một", "hai", "ba");
        var before = rows();
        var removal = ask(service ->
                        service.remove(SiteKind.HOTLINE, before.get(1).id()))
                .orElseThrow();
        assertThat(titles()).containsExactly("một", "ba");
        // Whoever presses twice is offered the same way back.
        var again =
                ask(service -> service.remove(SiteKind.HOTLINE, before.get(1).id()));
        assertThat(again).contains(removal);

        ask(service -> service.undo(SiteKind.HOTLINE, removal.entry()));

        assertThat(rows()).isEqualTo(before);
        assertThatThrownBy(() -> ask(service -> service.undo(SiteKind.HOTLINE, removal.entry())))
                .hasMessage("desk.undo.late");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void rowsAreMovedByStepsAndByHandAndMovedBack() {
        names("một", "hai", "ba", "bốn");
        var ids = rows().stream().map(KeptRow::id).toList();

        var up = ask(service -> service.move(SiteKind.HOTLINE, ids.get(2), -1));
        assertThat(titles()).containsExactly("một", "ba", "hai", "bốn");
        ask(service -> service.undo(SiteKind.HOTLINE, up));
        assertThat(titles()).containsExactly("một", "hai", "ba", "bốn");

        var placed = ask(service -> service.place(SiteKind.HOTLINE, ids.get(3), ids.get(0)));
        assertThat(titles()).containsExactly("bốn", "một", "hai", "ba");
        ask(service -> service.undo(SiteKind.HOTLINE, placed));
        assertThat(titles()).containsExactly("một", "hai", "ba", "bốn");

        ask(service -> service.place(SiteKind.HOTLINE, ids.get(0), ids.get(2)));
        assertThat(titles()).containsExactly("hai", "ba", "một", "bốn");
        var stayed = ask(service -> service.move(SiteKind.HOTLINE, ids.get(1), -1));
        assertThat(stayed).isZero();
        assertThat(titles()).containsExactly("hai", "ba", "một", "bốn");
    }

    /** Somebody who has a form open does not mind that the row is moved meanwhile. */
    @Test
    void aMoveIsNoChangeOfWhatTheRowSays() {
        names("một", "hai");
        var row = rows().getFirst();
        ask(service -> service.move(SiteKind.HOTLINE, row.id(), 1));

        ask(service -> service.change(SiteKind.HOTLINE, row.id(), row.version(), hotline("mới")));

        assertThat(titles()).containsExactly("hai", "mới");
    }

    @Test
    void anItemOfTheMenuMovesAmongItsOwnOnly() {
        ask(service -> service.add(SiteKind.MENU, item("Tin tức", "MAIN", "")));
        ask(service -> service.add(SiteKind.MENU, item("Chân trang", "FOOTER", "")));
        ask(service -> service.add(SiteKind.MENU, item("Đơn vị", "MAIN", "")));
        var ids = ask(service -> service.rows(SiteKind.MENU)).stream()
                .map(KeptRow::id)
                .toList();

        ask(service -> service.move(SiteKind.MENU, ids.get(2), -1));

        var menu = ask(service -> service.rows(SiteKind.MENU));
        assertThat(menu).extracting(row -> row.get("title")).containsExactly("Đơn vị", "Chân trang", "Tin tức");
        assertThatThrownBy(() -> ask(service -> service.place(SiteKind.MENU, ids.get(0), ids.get(1))))
                .hasMessage("row.error.elsewhere");
    }

    @Test
    void theMenuHasTwoLevels() {
        ask(service -> service.add(SiteKind.MENU, item("Tin tức", "MAIN", "")));
        var top = Long.toString(
                ask(service -> service.rows(SiteKind.MENU)).getFirst().id());
        ask(service -> service.add(SiteKind.MENU, item("Cải cách", "MAIN", top)));
        var under = ask(service -> service.rows(SiteKind.MENU)).getLast();

        refused("row.menu-item.parent.error", item("Sâu hơn", "MAIN", Long.toString(under.id())));
        refused("row.menu-item.place.error", item("Chân", "FOOTER", top));
        refused("row.error.choice", item("Lạ", "MAIN", "999999"));
        assertThatThrownBy(() -> ask(service -> service.remove(SiteKind.MENU, Long.parseLong(top))))
                .hasMessage("row.menu-item.children");
        for (var i = 0; i < 7; i++) {
            var name = "Mục " + i;
            ask(service -> service.add(SiteKind.MENU, item(name, "MAIN", "")));
        }
        refused("row.menu-item.many", item("Thứ chín", "MAIN", ""));
    }

    @Test
    void aNoticeEndsAfterItBegins() {
        assertThatThrownBy(() -> ask(service -> service.add(
                        SiteKind.NOTICE,
                        Map.of(
                                "title",
                                "Nghỉ lễ",
                                "level",
                                "NORMAL",
                                "from",
                                "05/12/2026 07:30",
                                "until",
                                "05/12/2026 07:30"))))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class, e -> assertThat(e.field()).isEqualTo("until"));
    }

    @Test
    void aPreviewShowsWhatIsTypedAndKeepsNothing() {
        var typed =
                Map.of("title", "Nghỉ lễ", "level", "URGENT", "from", "01/01/2027 00:00", "until", "05/01/2027 00:00");

        var seen = ask(service -> service.previewed(new RowDrafts.Draft(SiteKind.NOTICE.word(), 0, 0, typed)));

        assertThat(seen.notices()).extracting(row -> row.get("title")).containsExactly("Nghỉ lễ");
        var kept = ask(service -> service.rows(SiteKind.NOTICE));
        assertThat(kept).isEmpty();
        assertThat(changes()).isEmpty();
    }

    /** It has no place on the home page, but a page of its own. */
    @Test
    void aTagIsSeenAsItWouldBeKept() {
        var typed = Map.of("name", " Chuyển  đổi số ", "text", "Về dữ liệu", "others", "chuyen doi so\nsố hóa");

        var seen = SiteTags.entry(ask(service -> service.kept(new RowDrafts.Draft(SiteKind.TAG.word(), 0, 0, typed))));

        assertThat(seen.name()).isEqualTo("Chuyển đổi số");
        assertThat(seen.description()).isEqualTo("Về dữ liệu");
        assertThat(seen.others()).containsExactly("số hóa");
        assertThat(changes()).isEmpty();
    }

    @Test
    void aChangeOfAnotherKindIsNotTakenBackHere() {
        ask(service -> service.add(SiteKind.HOTLINE, hotline("Trực ban")));
        var removal =
                ask(service -> service.remove(SiteKind.HOTLINE, only().id())).orElseThrow();

        assertThatThrownBy(() -> ask(service -> service.undo(SiteKind.MENU, removal.entry())))
                .hasMessage("desk.undo.late");
    }

    private void refused(String key, Map<String, String> item) {
        assertThatThrownBy(() -> ask(service -> service.add(SiteKind.MENU, item)))
                .hasMessage(key);
    }

    private void names(String... names) {
        for (var name : names) {
            ask(service -> service.add(SiteKind.HOTLINE, hotline(name)));
        }
        clock.pass(Duration.ofMinutes(1));
    }

    private static Map<String, String> hotline(String name) {
        return Map.of("name", name, "phone", "1022");
    }

    private static Map<String, String> item(String title, String place, String parent) {
        return new HashMap<>(Map.of("title", title, "link", "https://example.vn/", "place", place, "parent", parent));
    }

    private void banner(Map<String, String> values) {
        database.inTransaction(em -> {
            var row = new SiteRow(SiteKind.BANNER, 0);
            row.write(values, clock.instant(), "quantri");
            em.persist(row);
        });
    }

    private KeptRow only() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    private List<KeptRow> rows() {
        return ask(service -> service.rows(SiteKind.HOTLINE));
    }

    /** Where rows lead is found by what their fields are, and whoever may put it right is led to the row's own form. */
    @Test
    void linksAreFoundInWhateverFieldHoldsOne() {
        banner(Map.of("title", "Lễ hội", "picture", "/tep/7/a.jpg", "link", "/tin-tuc"));
        var found = ask(service -> {
            var links = new SiteLinks();
            links.site = service;
            return links.rows();
        });

        assertThat(found).singleElement().satisfies(linking -> {
            assertThat(linking.addresses()).containsExactlyInAnyOrder("/tep/7/a.jpg", "/tin-tuc");
            assertThat(linking.edit()).isEqualTo("/quan-tri/soan-muc?loai=banner&ma=" + linking.number());
        });
        assertThat(SiteKind.values())
                .allSatisfy(kind -> assertThat(kind.fields().stream()
                                .filter(field -> field.name().equals("picture")))
                        .allMatch(field -> field.type() == RowField.Type.PICTURE));
    }

    /** Whatever leads readers elsewhere, a row or an article: to a page that there is, and once. */
    @Test
    void readersOfAnItemAreLedAsThoseOfARow() {
        ask(service -> {
            var redirects = new Redirects();
            redirects.service = service;
            redirects.targets = new Targets() {
                @Override
                String checked(String link, String field) {
                    if (link.equals("/khong-co")) {
                        throw new RuleBrokenException("row.error.target", field);
                    }
                    return link;
                }

                @Override
                boolean answers(String path) {
                    return false;
                }
            };
            redirects.targets.portal = service.rules.targets.portal;
            service.rules.targets = redirects.targets;
            service.add(SiteKind.REDIRECT, Map.of("from", "/cu", "to", "/bai-viet/hoi-cho"));

            assertThat(redirects.checked("https://so.example.vn/tin-tuc", "/bai-viet/khac", "target"))
                    .isEqualTo("/tin-tuc");
            for (var wrong : Map.of(
                            "/khong-co", "row.error.target",
                            "https://noi-khac.example.vn/", "row.redirect.to.elsewhere",
                            "/cu", "row.redirect.to.chain")
                    .entrySet()) {
                assertThatThrownBy(() -> redirects.checked(wrong.getKey(), "/bai-viet/khac", "target"))
                        .isInstanceOfSatisfying(
                                RuleBrokenException.class,
                                broken -> assertThat(broken).hasMessage(wrong.getValue()));
            }
            assertThatThrownBy(() -> redirects.checked("/tin-tuc", "/bai-viet/hoi-cho", "target"))
                    .hasMessage("row.redirect.from.chain");
            return true;
        });
    }

    private List<String> titles() {
        return rows().stream().map(row -> row.get("name")).toList();
    }

    private List<HistoryEntry.Deed> deeds(long id) {
        return ask(service -> service.history(SiteKind.HOTLINE, id)).stream()
                .map(HistoryEntry::getDeed)
                .toList();
    }

    private List<String> changes() {
        return database.ask(em -> new ChangeLog(em, clock)
                .after(0, 100).stream()
                        .map(change -> change.getAction() + " " + change.getKind() + ":" + change.getContentId())
                        .toList());
    }

    private <T> T ask(Function<SiteService, T> deed) {
        return database.ask(em -> {
            var service = new SiteService();
            service.rows = new SiteRowRepository(em);
            service.rules = new SiteRules();
            service.rules.targets = new Targets();
            service.rules.targets.portal = new vn.minhbach.web.PortalUrl("https://so.example.vn");
            service.keeping = Keeping.over(em, () -> Actor.PORTAL, clock);
            service.changes = new ChangeLog(em, clock);
            service.clock = clock;
            return deed.apply(service);
        });
    }
}
