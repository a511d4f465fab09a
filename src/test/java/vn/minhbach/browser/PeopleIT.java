package vn.minhbach.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.browser.Shown.shows;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.account.Codes;

/** How people get into the back office, and who does not. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {

    private static final String PEOPLE = "/quan-tri/nguoi-dung";
    private static final String ACCOUNT = "/quan-tri/tai-khoan";
    private static final String PASSWORD = "Trời hôm nay đẹp quá";

    private RunningPortal portal;
    private Chromium chromium;
    private int made;

    @BeforeAll
    void open(@TempDir(cleanup = CleanupMode.NEVER) Path data) throws Exception {
        portal = RunningPortal.start(data);
        chromium = new Chromium();
    }

    @AfterAll
    void close() throws InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
        if (portal != null) {
            portal.close();
        }
    }

    // --- Deeds
    // ---------------------------------------------------------------------------------------------------------

    private BrowserContext admin() {
        return signedIn(RunningPortal.ADMIN, RunningPortal.PASSWORD);
    }

    private BrowserContext signedIn(String name, String password) {
        var context = chromium.browser.newContext();
        var page = context.newPage();
        signIn(page, "/quan-tri", name, password);
        assertThat(page.url()).as("sign-in of " + name).doesNotContain("/dang-nhap");
        page.close();
        return context;
    }

    private void signIn(Page page, String address, String name, String password) {
        page.navigate(portal.url(address));
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        press(page, page.locator("main button[type=submit]"));
    }

    private static void press(Page page, Locator control) {
        Pressed.press(control);
    }

    private static int status(Page page, String url) {
        return page.navigate(url).status();
    }

    /** The administrator takes a colleague in, with the roles whose words are given, everywhere. */
    private String invite(Page page, String name, String... roles) {
        page.navigate(portal.url(PEOPLE + "/soan"));
        page.locator("[id='person:name']").fill(name);
        page.locator("[id='person:fullName']").fill("Trần Văn " + name);
        for (var role : roles) {
            page.getByLabel(role, new Page.GetByLabelOptions().setExact(true)).check();
        }
        press(page, page.locator("[id='person:save']"));
        shows(page.locator(".told"), name, "72 giờ");
        return page.locator(".told .copy code").innerText();
    }

    private void choose(Page page, String link, String password, String again) {
        page.navigate(link);
        page.locator("#password").fill(password);
        page.locator("#again").fill(again);
        press(page, page.locator("main button[type=submit]"));
    }

    /** Somebody new, with a password of their own. */
    private String colleague(String... roles) {
        var name = "nguoi" + ++made;
        try (var context = admin();
                var own = chromium.browser.newContext()) {
            choose(own.newPage(), invite(context.newPage(), name, roles), PASSWORD, PASSWORD);
        }
        return name;
    }

    private String person(Page page, String name) {
        page.navigate(portal.url(PEOPLE + "?loc=" + name));
        return page.locator("[id='list:people'] td.deeds a").first().getAttribute("href");
    }

    private static void answer(Page page, Locator button) {
        Pressed.press(button);
        press(page, page.locator("dialog [data-answer=yes]"));
    }

    // --- Journeys
    // ------------------------------------------------------------------------------------------------------

    @Test
    void theFirstAdministratorTakesThreePeopleIn() {
        try (var context = admin()) {
            var page = context.newPage();
            var links = new LinkedHashMap<String, String>();
            links.put("lan", invite(page, "lan", "Cộng tác viên"));
            links.put("hoa", invite(page, "hoa", "Biên tập viên"));
            links.put("minh", invite(page, "minh", "Ban Biên tập", "Người lập báo cáo"));
            page.navigate(portal.url(PEOPLE));
            shows(
                    page.locator("[id='list:people']"),
                    "Chưa đặt mật khẩu",
                    "Cộng tác viên",
                    "Ban Biên tập; Người lập báo cáo",
                    "Chưa lần nào");
            assertThat(page.locator(".told .copy").count())
                    .as("the link is shown once")
                    .isZero();
            links.forEach((name, link) -> {
                try (var own = chromium.browser.newContext()) {
                    var visitor = own.newPage();
                    choose(visitor, link, PASSWORD, "khác");
                    shows(visitor.locator("#problem"), "không giống nhau");
                    choose(visitor, link, "matkhau123456", "matkhau123456");
                    shows(visitor.locator("#problem"), "kẻ xấu thử trước");
                    choose(visitor, link, PASSWORD, PASSWORD);
                    shows(visitor.locator("main"), "Đã đặt mật khẩu");
                    assertThat(status(visitor, link)).as("used").isEqualTo(410);
                    signIn(visitor, "/quan-tri", name, PASSWORD);
                    assertThat(visitor.url()).isEqualTo(portal.url("/quan-tri"));
                    for (var forbidden :
                            new String[] {PEOPLE, PEOPLE + "/soan", PEOPLE + "/soan?ma=1", "/quan-tri/phan-quyen"}) {
                        assertThat(status(visitor, portal.url(forbidden)))
                                .as(name + forbidden)
                                .isEqualTo(403);
                    }
                    assertThat(status(visitor, portal.url(ACCOUNT))).isEqualTo(200);
                }
            });
        }
    }

    @Test
    void aClosedAccountIsOutWithItsNextRequestAndComesBackAsItWas() {
        var name = colleague("Biên tập viên");
        try (var context = admin();
                var own = signedIn(name, PASSWORD)) {
            var page = context.newPage();
            var theirs = own.newPage();
            page.navigate(portal.url(person(page, name)));
            answer(page, page.locator("button[name='account:close']"));
            shows(page.locator(".told"), "Đã ngừng tài khoản");
            theirs.navigate(portal.url("/quan-tri"));
            assertThat(theirs.url()).contains("/dang-nhap");
            signIn(theirs, "/quan-tri", name, PASSWORD);
            shows(theirs.locator("#problem"), "Chưa đăng nhập được");
            press(page, page.locator("button[name='account:reopen']"));
            shows(page.locator(".history"), "Đã ngừng", "Đang dùng");
            signIn(theirs, "/quan-tri", name, PASSWORD);
            assertThat(theirs.url()).isEqualTo(portal.url("/quan-tri"));
        }
    }

    @Test
    void nobodyChangesTheirOwnRolesWhateverTheFormSends() {
        var name = colleague("Quản trị viên");
        try (var own = signedIn(name, PASSWORD)) {
            var page = own.newPage();
            page.navigate(portal.url(person(page, name)));
            assertThat(page.locator("button[name='account:close']").count()).isZero();
            page.evaluate("() => document.querySelectorAll('main input[type=checkbox]').forEach(box => {"
                    + " box.disabled = false; box.checked = true; })");
            page.locator("[id='person:email']").fill(name + "@example.gov.vn");
            press(page, page.locator("[id='person:save']"));
            shows(page.locator(".told"), "Đã lưu");
            page.navigate(portal.url(PEOPLE + "?loc=" + name));
            shows(page.locator("[id='list:people'] tbody"), "Quản trị viên");
            assertThat(page.locator("[id='list:people'] tbody").innerText()).doesNotContain("Biên tập viên");
        }
    }

    @Test
    void aPasswordChangeEndsAllOtherSignInsAndLinks() {
        var name = colleague("Biên tập viên");
        try (var here = signedIn(name, PASSWORD);
                var there = signedIn(name, PASSWORD)) {
            var page = here.newPage();
            page.navigate(portal.url(ACCOUNT));
            assertThat(page.locator("[id='open:signIns'] tbody tr").count()).isEqualTo(2);
            shows(page.locator("[id='open:signIns']"), "Chrome trên Linux", "127.0.0.1");
            page.locator("[id='change:old']").fill("sai rồi");
            page.locator("[id='change:password']").fill("Một mật khẩu khác hẳn");
            page.locator("[id='change:again']").fill("Một mật khẩu khác hẳn");
            press(page, page.locator("[id='change:save']"));
            shows(page.locator("[id='change:old-problem']"), "chưa đúng");
            page.locator("[id='change:old']").fill(PASSWORD);
            page.locator("[id='change:password']").fill("Một mật khẩu khác hẳn");
            page.locator("[id='change:again']").fill("Một mật khẩu khác hẳn");
            press(page, page.locator("[id='change:save']"));
            shows(page.locator(".told"), "Đã đổi mật khẩu");
            assertThat(page.locator("[id='open:signIns'] tbody tr").count()).isEqualTo(1);
            var other = there.newPage();
            other.navigate(portal.url("/quan-tri"));
            assertThat(other.url()).contains("/dang-nhap");
            signIn(other, "/quan-tri", name, PASSWORD);
            shows(other.locator("#problem"), "chưa đúng");
            signIn(other, "/quan-tri", name, "Một mật khẩu khác hẳn");
            assertThat(other.url()).isEqualTo(portal.url("/quan-tri"));
            page.navigate(portal.url(ACCOUNT));
            press(page, page.locator("[id='open:others']"));
            shows(page.locator(".told"), "mọi nơi khác (1)");
            other.navigate(portal.url("/quan-tri"));
            assertThat(other.url()).contains("/dang-nhap");
        }
    }

    /** The number of another's sign-in, sent with one's own form. */
    @Test
    void nobodyEndsTheSignInOfAnother() {
        var name = colleague("Biên tập viên");
        try (var theirs = admin();
                var context = admin();
                var own = signedIn(name, PASSWORD)) {
            var page = context.newPage();
            page.navigate(portal.url(ACCOUNT));
            var number = page.locator("button[name='open:end']").first().getAttribute("value");
            var mine = own.newPage();
            mine.navigate(portal.url(ACCOUNT));
            mine.evaluate(
                    "id => { const b = document.createElement('button'); b.type = 'submit'; b.name = 'open:end'; b.value = id;"
                            + " document.getElementById('open').append(b); b.click(); }",
                    number);
            mine.locator(".told .info").waitFor();
            shows(mine.locator(".told"), "đã đăng xuất từ trước");
            var still = theirs.newPage();
            still.navigate(portal.url("/quan-tri"));
            assertThat(still.url()).isEqualTo(portal.url("/quan-tri"));
            press(page, page.locator("button[name='open:end']").first());
            still.navigate(portal.url("/quan-tri"));
            assertThat(still.url()).contains("/dang-nhap");
        }
    }

    @Test
    void aSessionThatWasThereBeforeTheSignInIsNobodys() {
        try (var context = chromium.browser.newContext()) {
            var page = context.newPage();
            signIn(page, "/quan-tri", RunningPortal.ADMIN, RunningPortal.PASSWORD);
            var first = cookie(context);
            signIn(page, "/dang-nhap", RunningPortal.ADMIN, RunningPortal.PASSWORD);
            var second = cookie(context);
            assertThat(second).isNotEmpty().isNotEqualTo(first);
            context.clearCookies();
            context.addCookies(List.of(new Cookie("phien", first).setUrl(portal.url("/"))));
            page.navigate(portal.url("/quan-tri"));
            assertThat(page.url()).contains("/dang-nhap");
        }
    }

    private static String cookie(BrowserContext context) {
        return context.cookies().stream()
                .filter(each -> each.name.equals("phien"))
                .map(each -> each.value)
                .findFirst()
                .orElse("");
    }

    @Test
    void whatWasTypedWhenTheSessionEndedComesBackAfterSigningIn() {
        try (var context = admin()) {
            var page = context.newPage();
            page.navigate(portal.url(PEOPLE + "/soan"));
            page.locator("[id='person:name']").fill("dang-go-do");
            page.locator("[id='person:fullName']").fill("Người đang gõ dở");
            page.getByLabel("Biên tập viên", new Page.GetByLabelOptions().setExact(true))
                    .check();
            context.clearCookies();
            press(page, page.locator("[id='person:save']"));
            assertThat(page.url()).contains("/dang-nhap");
            page.locator("#name").fill(RunningPortal.ADMIN);
            page.locator("#password").fill(RunningPortal.PASSWORD);
            press(page, page.locator("main button[type=submit]"));
            assertThat(page.url()).isEqualTo(portal.url(PEOPLE + "/soan"));
            assertThat(page.locator("[id='person:fullName']").inputValue()).isEmpty();
            Pressed.press(page.locator("[data-kept=restore]"));
            assertThat(page.locator("[id='person:name']").inputValue()).isEqualTo("dang-go-do");
            assertThat(page.locator("[id='person:fullName']").inputValue()).isEqualTo("Người đang gõ dở");
            assertThat(page.getByLabel("Biên tập viên", new Page.GetByLabelOptions().setExact(true))
                            .isChecked())
                    .isTrue();
            assertThat(String.valueOf(page.evaluate("() => JSON.stringify(sessionStorage)")))
                    .doesNotContain(RunningPortal.PASSWORD);
            // Somebody else at the same browser is not shown it.
            var other = colleague("Quản trị viên");
            context.clearCookies();
            press(page, page.locator("[id='person:save']"));
            page.locator("#name").fill(other);
            page.locator("#password").fill(PASSWORD);
            press(page, page.locator("main button[type=submit]"));
            assertThat(page.locator("#kept").isVisible()).isFalse();
            assertThat(String.valueOf(page.evaluate("() => JSON.stringify(sessionStorage)")))
                    .doesNotContain("đang gõ dở");
        }
    }

    @Test
    void aCodeOfThePhoneIsAskedForAndCountsOnce() {
        var name = colleague("Biên tập viên");
        var codes = new HashMap<String, String>();
        try (var own = signedIn(name, PASSWORD)) {
            var page = own.newPage();
            page.navigate(portal.url(ACCOUNT));
            press(page, page.locator("[id='totpStart:start']"));
            assertThat(page.locator("svg.qr").isVisible()).isTrue();
            var secret = page.locator("[id='totp'] code").innerText();
            page.locator("[id='totp:code']").fill("000000");
            page.locator("[id='totp:old']").fill(PASSWORD);
            press(page, page.locator("[id='totp:on']"));
            shows(page.locator("[id='totp:code-problem']"), "Mã chưa đúng");
            page.locator("[id='totp:code']").fill(Codes.now(secret));
            page.locator("[id='totp:old']").fill(PASSWORD);
            press(page, page.locator("[id='totp:on']"));
            shows(page.locator(".told"), "Đã bật mã xác thực");
            codes.put("secret", secret);
            codes.put("written", page.locator(".told .copy code").innerText().split("\\s+")[0]);
        }
        try (var context = chromium.browser.newContext()) {
            var page = context.newPage();
            signIn(page, PEOPLE, name, PASSWORD);
            assertThat(page.url()).contains("/dang-nhap/xac-thuc");
            // The password alone opens nothing.
            assertThat(page.navigate(portal.url(ACCOUNT)).url()).contains("/dang-nhap");
            page.navigate(portal.url("/dang-nhap/xac-thuc"));
            code(page, "123");
            shows(page.locator("#problem"), "Mã chưa đúng");
            var code = Codes.next(codes.get("secret"));
            code(page, code);
            assertThat(page.url()).isEqualTo(portal.url("/quan-tri"));
            context.clearCookies();
            signIn(page, "/quan-tri", name, PASSWORD);
            code(page, code);
            shows(page.locator("#problem"), "Mã chưa đúng");
            code(page, codes.get("written"));
            assertThat(page.url()).isEqualTo(portal.url("/quan-tri"));
            context.clearCookies();
            signIn(page, "/quan-tri", name, PASSWORD);
            code(page, codes.get("written"));
            shows(page.locator("#problem"), "Mã chưa đúng");
        }
    }

    private static void code(Page page, String code) {
        page.locator("#code").fill(code);
        press(page, page.locator("main form.signin button[type=submit]"));
    }

    @Test
    void aPasskeySignsInWithoutAPasswordAndIsAskedForBesideOne() {
        var name = colleague("Biên tập viên");
        try (var own = signedIn(name, PASSWORD)) {
            var page = own.newPage();
            device(page);
            page.navigate(portal.url(ACCOUNT));
            page.locator("[id='key:keyName']").fill("Điện thoại của tôi");
            page.locator("[id='key:old']").fill(PASSWORD);
            Pressed.press(page.locator("[id='key:add']"));
            page.locator(".told .good").waitFor();
            shows(page.locator(".told"), "Đã thêm khóa truy cập", "Mã dự phòng");
            shows(page.locator("[id='keys:rows']"), "Điện thoại của tôi", "Chưa lần nào");

            own.clearCookies();
            page.navigate(portal.url(PEOPLE));
            Pressed.press(page.locator("[data-passkey] button"));
            page.waitForURL("**" + PEOPLE);
            shows(page.locator("main"), "403");
            page.navigate(portal.url("/quan-tri"));
            shows(page.locator(".admin-head"), name);

            own.clearCookies();
            signIn(page, "/quan-tri", name, PASSWORD);
            assertThat(page.url()).contains("/dang-nhap/xac-thuc");
            Pressed.press(page.locator("[data-passkey] button"));
            page.waitForURL("**/quan-tri");

            page.navigate(portal.url(ACCOUNT));
            press(page, page.locator("button[name='keys:remove']"));
            own.clearCookies();
            page.navigate(portal.url("/dang-nhap"));
            Pressed.press(page.locator("[data-passkey] button"));
            page.locator("#problem").waitFor();
            shows(page.locator("#problem"), "chưa dùng được");
        }
    }

    /** A telephone that always says yes, made by the browser itself. */
    private static void device(Page page) {
        var browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", asked);
    }

    @Test
    void namesCannotBeFoundOut() {
        try (var context = chromium.browser.newContext()) {
            var page = context.newPage();
            var told = new HashMap<String, String>();
            for (var name : Map.of("known", RunningPortal.ADMIN, "unknown", "khong-co-ai")
                    .entrySet()) {
                signIn(page, "/quan-tri", name.getValue(), "không phải mật khẩu này");
                told.put(name.getKey(), page.locator("#problem").innerText());
            }
            assertThat(told.get("known")).isEqualTo(told.get("unknown"));
        }
    }
}
