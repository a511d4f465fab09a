package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchResult;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Doors;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Proof;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;
import vn.minhbach.web.Words;

/** The form as citizens, hurried fingers and programs use it. */
class AskPageTest {

    private static final String TEXT = "Giấy phép tổ chức triển lãm mất bao lâu?";

    private final InboxOnH2 h2 = new InboxOnH2();
    private final WorkProofs proofs = ProvedForms.proofs(ProvedForms.signatures("k1", 1), h2.clock());
    private final FormTime time = new FormTime(ProvedForms.signatures("k1", 1), h2.clock());
    private final Throttle throttle = new Throttle(h2.clock());
    private String address = "203.0.113.7";

    @AfterEach
    void close() {
        h2.close();
    }

    private static final class At extends Visit {

        private final String place;

        At(String place) {
            this.place = place;
        }

        @Override
        public String getPlace() {
            return place;
        }

        @Override
        public String getPath() {
            return place;
        }

        @Override
        public String parameter(String name) {
            return "";
        }

        @Override
        public String url(String url) {
            return url;
        }
    }

    /** An index that is away. */
    private static final class NoSearch extends SearchService {

        @Override
        public SearchResult search(SearchRequest request) {
            throw new UnavailableException(UnavailableException.Part.SEARCH);
        }

        @Override
        public java.util.Optional<Hit> at(String url) {
            throw new UnavailableException(UnavailableException.Part.SEARCH);
        }
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, values) -> method.getName().equals("getRemoteAddr") ? address : null);
    }

    private AskPage page(InboxOnH2.Desk desk) {
        var page = new AskPage();
        page.service = desk.service;
        page.enclosed = desk.enclosed;
        page.enclosures = new EnclosureForm();
        page.enclosures.service = page.enclosed;
        page.search = new NoSearch();
        page.advisor = new SubmissionAdvice(desk.service, page.search);
        page.time = time;
        page.doors = new Doors();
        page.forwarded = new Forwarded("");
        page.request = request();
        page.visit = new At(AskPage.QUESTION);
        page.load();
        return page;
    }

    /** What came back: where the sender is led, or the page as it stands. */
    private record Answer(String place, AskPage page, int status, String promise) {

        List<String> problems() {
            return page.getProblems().stream().map(AskPage.Problem::text).toList();
        }

        String value(AskedField field) {
            return page.getFields().stream()
                    .filter(each -> each.field() == field)
                    .findFirst()
                    .orElseThrow()
                    .value();
        }
    }

    /** The form before the gate; each press is one transaction. */
    private <T> T ask(Function<InboxOnH2.Desk, T> work) {
        return h2.database()
                .ask(em -> work.apply(h2
                .new Desk(
                        em,
                        new SendingGate(
                                proofs,
                                new UsedProofService(new UsedProofRepository(em), h2.clock()),
                                time,
                                throttle))));
    }

    private Answer post(Map<String, String> form) {
        return post(TypedForm.of(form));
    }

    private Answer post(TypedForm form) {
        return ask(desk -> {
            var page = page(desk);
            var place = page.take(form);
            return new Answer(place == null ? "" : place, page, page.status(), page.getPromise());
        });
    }

    /** A form as it was shown a minute ago and filled in by somebody. */
    private Map<String, String> form() {
        var page = h2.ask(this::page);
        var form = new HashMap<String, String>();
        form.put("phieu", page.getToken());
        form.put("luc", page.getStamp());
        form.put("ban-dong-y", page.getConsentShown());
        form.put("tieu-de", "Hỏi thời hạn cấp giấy phép");
        form.put("noi-dung", TEXT);
        form.put("ho-ten", "Nguyễn Thị Lan");
        form.put("dia-chi", "Số 5 phố Hàng Bè");
        form.put("dien-thoai", InboxOnH2.PHONE);
        form.put("dong-y", "1");
        h2.clock().pass(Duration.ofMinutes(1));
        return form;
    }

    private Map<String, String> proved(Map<String, String> form) {
        var sent = new HashMap<>(form);
        sent.put("gui", "1");
        sent.put(
                "bang-chung",
                ProvedForms.solve(
                        proofs.give(String.valueOf(form.get("phieu")), false).orElseThrow()));
        return sent;
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var changed = new HashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private long count() {
        return h2.ask(desk -> desk.repository.submissions());
    }

    private Submission only() {
        return h2.ask(desk -> desk.repository.withNumbers(desk.repository.open()))
                .getFirst();
    }

    private String text() {
        var only = only();
        return h2.ask(desk -> desk.inbox.textOf(only));
    }

    private InboxService.Receipt receipt(Answer answer) {
        var key = answer.place().substring(answer.place().indexOf('=') + 1);
        return h2.ask(desk -> desk.service.receipt(key, Words.VIETNAMESE)).orElseThrow();
    }

    @Test
    void whoHasAScriptIsTakenAndSoIsWhoHasNone() {
        var quick = receipt(post(proved(form())));
        assertThat(quick.held()).isFalse();

        var plain = receipt(post(with(form(), "gui", "1")));
        assertThat(plain.held()).isTrue();
        assertThat(plain.due()).as("the law's clock runs all the same").isEqualTo(quick.due());
    }

    @Test
    void aDoubleClickLeavesOneAndShowsItsReceipt() {
        var form = proved(form());
        var first = post(form);

        assertThat(post(form).place()).isEqualTo(first.place()).startsWith("/bien-nhan?");
        assertThat(count()).isEqualTo(1);
        assertThat(h2.letters()).isEmpty();
    }

    @Test
    void whoIsSlowerByAMomentIsShownTheReceiptOfTheFaster() {
        var form = proved(form());
        var answer = ask(desk -> {
            var page = page(desk);
            page.enclosed = new EnclosureService() {
                @Override
                public List<Waiting> waiting(String token, List<String> handles) {
                    return List.of();
                }

                @Override
                public SendingGate.Verdict submit(NewSubmission sent, SendingGate.Attempt attempt) {
                    h2.act(faster -> faster.enclosed.submit(sent, attempt));
                    throw new PersistenceException(new SQLException("there already", "23505"));
                }
            };
            return page.take(TypedForm.of(form));
        });

        assertThat(answer).startsWith("/bien-nhan?");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void backAndSendAgainLeavesOneAndAChangedWordAnother() {
        var form = form();
        post(proved(form));

        post(proved(form));
        assertThat(count()).isEqualTo(1);
        var changed = with(form, "noi-dung", TEXT + " Xin cảm ơn.");
        assertThat(post(proved(changed)).place()).isNotEmpty();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void twoTabsAreTwoForms() {
        post(proved(form()));
        post(proved(form()));

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aReplayedProofIsRefusedAndNothingTypedIsLost() {
        var form = proved(form());
        post(form);

        var again = post(with(form, "noi-dung", "Một nội dung khác, gửi bằng lượt kiểm tra cũ."));
        assertThat(again.place()).isEmpty();
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.problems()).containsExactly(Words.VIETNAMESE.text("inbox.ask.used"));
        assertThat(again.value(AskedField.TEXT)).isEqualTo("Một nội dung khác, gửi bằng lượt kiểm tra cũ.");
        assertThat(again.value(AskedField.PHONE)).isEqualTo(InboxOnH2.PHONE);
        assertThat(again.page().isReviewed()).isTrue();
        assertThat(again.page().isAgreed()).isTrue();
        assertThat(again.page().getToken()).isEqualTo(form.get("phieu"));
        assertThat(again.page().getStamp()).isEqualTo(form.get("luc"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aProofForAnotherFormHoldsWhatIsSent() {
        var form = proved(form());
        var other = with(form(), "gui", "1");
        other.put("bang-chung", String.valueOf(form.get("bang-chung")));

        assertThat(receipt(post(other)).held()).isTrue();
    }

    @Test
    void whoIsRefusedIsToldWhenToTryAgainAndKeepsEverything() {
        var last = new Answer[1];
        for (var i = 0; i < 61; i++) {
            last[0] = post(with(with(form(), "gui", "1"), "noi-dung", "Câu hỏi " + i));
            // The minute that a form takes is the minute after which there is another.
            h2.clock().pass(Duration.ofMinutes(-1));
        }
        assertThat(last[0].status()).isEqualTo(429);
        assertThat(last[0].problems()).containsExactly(Words.VIETNAMESE.text("inbox.ask.tooOften", "1"));
        assertThat(last[0].value(AskedField.TEXT)).isEqualTo("Câu hỏi 60");
        assertThat(count()).isEqualTo(60);

        address = "203.0.113.8";
        assertThat(post(with(form(), "gui", "1")).place()).isNotEmpty();
    }

    @Test
    void theStepBeforeSendingKeepsEverythingAndNamesTheRightDoor() {
        var form = with(form(), "noi-dung", "Toi muon khieu nai.\r\nVa hoi:  ho so cua toi bao gio co ket qua?");
        form.put("giu-kin", "1");
        var review = post(form);

        assertThat(review.page().isReviewed()).isTrue();
        assertThat(review.value(AskedField.TEXT))
                .isEqualTo("Toi muon khieu nai.\nVa hoi:  ho so cua toi bao gio co ket qua?");
        assertThat(review.page().isKeepPrivate()).isTrue();
        assertThat(review.page().getAdvice())
                .extracting(SubmissionAdvice.Door::title)
                .contains("Khiếu nại", "Tình trạng hồ sơ");
        assertThat(review.promise()).contains("22/06/2026");
    }

    @Test
    void theRightDoorOpensBesideWhatWasWritten() {
        var typed = with(form(), "noi-dung", "Toi muon khieu nai. Cho dang chay nha dan!");
        var html = h2.ask(desk -> {
            var page = page(desk);
            page.take(TypedForm.of(typed));
            assertThat(page.getAdvice())
                    .extracting(SubmissionAdvice.Door::isPage)
                    .contains(true, false);
            return new Proof().print("gui-phan-anh", page);
        });

        var page = Jsoup.parse(html);
        assertThat(page.select("[aria-labelledby=doors-title] a[href^=http]"))
                .isNotEmpty()
                .allMatch(link -> link.attr("target").equals("_blank")
                        && link.attr("rel").equals("noopener")
                        && link.select(".visually-hidden").hasText());
        assertThat(page.select("[aria-labelledby=doors-title] a[href^=tel]"))
                .isNotEmpty()
                .noneMatch(link -> link.hasAttr("target"));
    }

    @Test
    void whatIsSaidBeforehandIsWhatTheReceiptSays() {
        for (var kind : h2.ask(desk -> desk.service.kinds())) {
            var promise =
                    h2.ask(desk -> desk.service.promise(kind, Words.VIETNAMESE)).orElseThrow();
            var key = h2.ask(desk -> desk.submit(InboxOnH2.form(kind.getKey(), "p" + kind.getKey(), TEXT)));
            assertThat(h2.ask(desk -> desk.service.receipt(key, Words.VIETNAMESE))
                            .orElseThrow()
                            .due())
                    .as(kind.getKey())
                    .isEqualTo(promise);
        }
    }

    @Test
    void aMegabyteIsAnsweredAtItsField() {
        var long1 = "ư".repeat(1024 * 1024);
        var answer = post(with(form(), "noi-dung", long1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().getProblems())
                .extracting(AskPage.Problem::field)
                .containsExactly("noi-dung");
        assertThat(answer.value(AskedField.TEXT)).isEqualTo(long1);
        for (var field : AskedField.values()) {
            if (field != AskedField.TEXT) {
                assertThat(post(with(form(), field.parameter(), long1)).place()).isEmpty();
            }
        }
        assertThat(count()).isZero();
    }

    @Test
    void whatCameInCutIsAnsweredAtItsFieldWhateverIsLeftOfIt() {
        // A long name of which what is kept is short enough, as far as it can be seen.
        for (var left : List.of("Nguyễn Thị Lan", "")) {
            var form = with(form(), "ho-ten", left);
            form.put("gui", "1");
            var answer = post(TypedForm.of(form, Set.of("ho-ten")));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problems())
                    .containsExactly(Words.VIETNAMESE.text("inbox.ask.tooLong", "Họ và tên", "120"));
            assertThat(answer.value(AskedField.NAME)).isEqualTo(left);
            assertThat(answer.value(AskedField.TEXT)).isEqualTo(TEXT);
            assertThat(answer.page().getToken()).isEqualTo(form.get("phieu"));
            assertThat(answer.page().isAgreed()).isTrue();
        }
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xin ch\u0000ào",
                "Xin \u202Echào\u202C",
                "Xin ch\u200Bào",
                "Xin cha\u0300o",
                "\uFEFFXin ch\u00ADào"
            })
    void whatCannotBeSeenIsNotKept(String typed) {
        post(proved(with(form(), "noi-dung", typed)));

        assertThat(text()).isEqualTo("Xin chào");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cảm ơn 🙏🏽👨‍👩‍👧",
                "<script>alert(1)</script><b>Trích</b> & \"dẫn\"",
                "${7*7} #{7*7} {{7*7}}",
                "' or '1'='1' --",
                "=HYPERLINK(\"http://x\")",
                "một\nhai\n\nba"
            })
    void whatWasWrittenIsKeptAsItIs(String typed) {
        assertThat(post(with(form(), "noi-dung", typed)).value(AskedField.TEXT)).isEqualTo(typed);
        post(proved(with(form(), "noi-dung", typed)));

        assertThat(text()).isEqualTo(typed);
    }

    @Test
    void aNameIsOneLineSoNoLetterGainsAHeader() {
        var form = with(form(), "ho-ten", "Lan\r\nBcc: moi@example.vn\r\n\r\nXin chào");
        form.put("email", "lan@example.vn");
        post(proved(form));

        var sealed = only().getNameSealed();
        assertThat((String) h2.ask(desk -> desk.inbox.open(sealed))).isEqualTo("Lan Bcc: moi@example.vn Xin chào");
        assertThat(h2.letters()).singleElement().asString().doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lan@example.vn\r\nBcc: moi@example.vn",
                "lan@example.vn, moi@example.vn",
                "lan@example.vn;moi@example.vn",
                "Lan <lan@example.vn>",
                "lan@example.vn%0aBcc:moi@example.vn moi@example.vn"
            })
    void anAddressIsOneAddress(String typed) {
        var answer = post(proved(with(form(), "email", typed)));

        assertThat(answer.page().getProblems())
                .extracting(AskPage.Problem::field)
                .containsExactly("email");
        assertThat(h2.letters()).isEmpty();
    }

    /** The page has a part of the name of a field: a label that leads there would leave the field without one. */
    @Test
    void everyLabelLeadsToItsFieldAndNoTwoThingsHaveOneId() {
        var faulty = new HashMap<String, String>(Map.of("dien-thoai", "x"));
        for (var form : List.of(faulty, new HashMap<>(form()))) {
            var html = h2.ask(desk -> {
                var page = page(desk);
                page.take(TypedForm.of(form));
                return new Proof().print("gui-phan-anh", page);
            });
            var page = Jsoup.parse(html);

            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            for (var label : page.select("main label[for]")) {
                assertThat(page.select("main form [id=" + label.attr("for") + "]")
                                .eachAttr("name"))
                        .as(label.text())
                        .hasSize(1);
            }
            for (var link : page.select("#loi a")) {
                assertThat(page.select("main form " + link.attr("href")))
                        .as(link.text())
                        .hasSize(1);
            }
        }
    }

    private String shown(Map<String, String> typed) {
        return h2.ask(desk -> {
            var page = page(desk);
            page.take(TypedForm.of(typed));
            return new Proof().print("gui-phan-anh", page);
        });
    }

    /** Whoever cannot see the page hears first what is wrong, with each field what is wrong with it, and by its title which page it is. */
    @Test
    void whatIsWrongIsHeardFirstAndWithItsField() {
        var wrong = with(form(), "dien-thoai", "x");
        wrong.remove("dong-y");
        var page = Jsoup.parse(shown(wrong));

        assertThat(page.select("#loi[role=alert][autofocus][tabindex=-1] a").eachAttr("href"))
                .containsExactly("#o-dien-thoai", "#o-dong-y");
        for (var link : page.select("#loi a")) {
            var field = Objects.requireNonNull(page.selectFirst("main " + link.attr("href")), link.text());
            assertThat(field.attr("aria-invalid")).as(link.text()).isEqualTo("true");
            assertThat(field.attr("aria-describedby").split(" "))
                    .as(link.text())
                    .contains(field.id() + "-loi")
                    .allMatch(described -> page.getElementById(described) != null);
        }
        assertThat(page.title()).startsWith("Chưa gửi được: ");
        var typed = form();
        var review = Jsoup.parse(shown(typed));
        assertThat(review.title()).startsWith("Xem lại trước khi gửi: ");
        assertThat(review.select("[autofocus]")).isEmpty();
    }

    /** The script says it in the same words as the page before sending does. */
    @Test
    void whatOpensInANewTabIsSaidWhileOneTypesToo() {
        var html = h2.ask(desk -> new Proof().print("gui-phan-anh", page(desk)));

        assertThat(Jsoup.parse(html).select("form").eachAttr("data-advice-new-tab"))
                .containsExactly(Words.VIETNAMESE.text("inbox.review.newTab"));
    }

    @Test
    void onlyTheFormsLoadWhatOnlyTheyNeed() {
        var typed = form();
        var form = h2.ask(desk -> new Proof().print("gui-phan-anh", page(desk)));
        var review = h2.ask(desk -> {
            var page = page(desk);
            page.take(TypedForm.of(typed));
            return new Proof().print("gui-phan-anh", page);
        });

        assertThat(form).contains("js/ask.js").doesNotContain("altcha");
        assertThat(review).contains("js/ask.js", "js/altcha.js", "<altcha-widget", "<noscript>");
        assertThat(Jsoup.parse(form).select("[style], script:not([src])")).isEmpty();
        assertThat(Jsoup.parse(review).select("[style], script:not([src])")).isEmpty();
    }

    private void replaceConsent() {
        h2.database()
                .inTransaction(em -> em.createQuery("update SubmissionKind k set k.consentVersion = '2030-07',"
                                + " k.consentVi = 'Tôi đồng ý với bản mới.' where k.key = 'question'")
                        .executeUpdate());
        h2.forgetDerived();
    }

    /** Nobody is said to have agreed to what they never read. */
    @ParameterizedTest
    @ValueSource(strings = {"gui", "sua", "xem"})
    void whoAgreedToAnotherTextReadsTheNewOneAndLosesNothing(String pressed) {
        var form = with(proved(form()), pressed, "1");
        if (!pressed.equals("gui")) {
            form.remove("gui");
        }
        replaceConsent();

        var answer = post(form);

        assertThat(answer.place()).isEmpty();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problems()).containsExactly(Words.VIETNAMESE.text("inbox.ask.consentChanged"));
        assertThat(answer.page().isReviewed())
                .as("the text stands there to be read")
                .isFalse();
        assertThat(answer.page().isAgreed()).isFalse();
        assertThat(answer.page().getConsent()).isEqualTo("Tôi đồng ý với bản mới.");
        assertThat(answer.value(AskedField.TEXT)).isEqualTo(TEXT);
        assertThat(answer.page().getToken()).as("the files wait under it").isEqualTo(form.get("phieu"));
        assertThat(count()).isZero();

        var read = with(with(form, "gui", "1"), "ban-dong-y", answer.page().getConsentShown());
        read.remove("sua");
        assertThat(post(read).place()).isNotEmpty();
        assertThat(only().getConsentVersion()).isEqualTo("2030-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2030-07", "2030-07.", "2030-07.AAAAAAAAAAAAAAAA"})
    void whatAFormShowedIsNotMadeUp(String carried) {
        var form = proved(form());
        replaceConsent();

        assertThat(post(with(form, "ban-dong-y", carried)).place()).isEmpty();
        assertThat(post(with(form, "ban-dong-y", String.valueOf(form().get("ban-dong-y"))))
                        .place())
                .as("that of another form")
                .isEmpty();
        assertThat(count()).isZero();
    }

    /** What is kept is what was read, though somebody of the office writes another text at the same moment. */
    @Test
    void theVersionThatWasShownIsKept() {
        var form = InboxOnH2.form("question", "t", TEXT);
        h2.act(desk -> desk.submit(new NewSubmission(
                form.kind(), form.token(), form.values(), "", "", false, false, "vi", List.of(), "2020-01")));

        assertThat(only().getConsentVersion()).isEqualTo("2020-01");
    }

    @Test
    void withoutConsentNothingIsTaken() {
        var form = proved(form());
        form.remove("dong-y");

        assertThat(post(form).page().isReviewed()).isFalse();
        assertThat(h2.ask(this::page).isAgreed()).as("never ticked beforehand").isFalse();
        assertThat(count()).isZero();
    }
}
