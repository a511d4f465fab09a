package vn.minhbach.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.account.OpenSignIn;
import vn.minhbach.account.OwnAccountService;
import vn.minhbach.account.Passwords;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.QrCode;
import vn.minhbach.web.SiteFrame;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/tai-khoan}: one's own account, its password, and where one is signed in. */
@Door(
        path = AccountPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.OWN_ACCOUNT)
@Named
@ViewScoped
public class AccountPage implements Serializable {

    static final String PATH = "/quan-tri/tai-khoan";

    private static final long serialVersionUID = 1L;

    @Inject
    OwnAccountService account;

    @Inject
    Passwords passwords;

    @Inject
    RoleNames names;

    @Inject
    SiteFrame site;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private String name = "";
    private String fullName = "";
    private String email = "";
    private String roles = "";
    private List<SignedIn> signIns = List.of();
    private List<Key> keys = List.of();
    private boolean totp;
    private boolean missing;
    private long recovery;

    /** Shown to a telephone, and not shared with it yet; empty while nobody asked for it. */
    private String secret = "";

    private String picture = "";

    private String code = "";
    private String keyName = "";
    private String challenge = "";
    private String answer = "";

    /** Never kept with the view. */
    private transient @Nullable String old;

    private transient @Nullable String password;
    private transient @Nullable String again;

    /**
     * Where one is signed in.
     *
     * @param device "Firefox trên Windows"
     * @param here whether it is where one looks at this
     */
    public record SignedIn(long id, String device, String address, Instant since, Instant seen, boolean here)
            implements Serializable {}

    /** A passkey of one's own. */
    public record Key(
            long id, String name, Instant madeAt, @Nullable Instant usedAt) implements Serializable {}

    public void load() {
        var mine = account.mine();
        name = mine.getName();
        fullName = mine.getFullName();
        email = mine.getEmail();
        roles = names.words(mine.getAssignments(), visit);
        signIns = account.signIns().stream().map(this::line).toList();
        var second = account.second();
        totp = second.totp();
        missing = second.missing();
        recovery = second.recovery();
        keys = second.passkeys().stream()
                .map(each -> new Key(each.getId(), each.getName(), each.getMadeAt(), each.getUsedAt()))
                .toList();
    }

    private SignedIn line(OpenSignIn signIn) {
        return new SignedIn(
                signIn.getId(),
                device(signIn),
                signIn.getAddress(),
                signIn.getBeganAt(),
                signIn.getSeenAt(),
                account.isHere(signIn));
    }

    private String device(OpenSignIn signIn) {
        if (signIn.getBrowser().isEmpty() && signIn.getSystem().isEmpty()) {
            return visit.text("account.device.unknown");
        }
        return signIn.getBrowser().isEmpty() || signIn.getSystem().isEmpty()
                ? signIn.getBrowser() + signIn.getSystem()
                : visit.text("account.device.text", signIn.getBrowser(), signIn.getSystem());
    }

    public void changePassword() {
        once.run(reply, "password", () -> {
            var chosen = given(password);
            if (!chosen.equals(given(again))) {
                reply.refuse(visit.text("SetPasswordPage.Problem.DIFFERENT"), "again");
                return null;
            }
            return reply.attempts(() -> account.changePassword(given(old), chosen))
                    ? new Once.Done(PATH, Note.good(visit.text("account.password.changed")))
                    : null;
        });
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public void end() {
        var id = pressed.id();
        once.run(reply, "end " + id, () -> {
            var ended = reply.attempt(() -> account.end(id));
            return ended == null
                    ? null
                    : new Once.Done(
                            PATH,
                            ended
                                    ? Note.good(visit.text("account.ended"))
                                    : Note.info(visit.text("account.endedBefore")));
        });
    }

    public void endOthers() {
        once.run(reply, "others", () -> {
            var ended = reply.attempt(account::endOthers);
            return ended == null
                    ? null
                    : new Once.Done(
                            PATH,
                            Note.good(visit.text(
                                    "account.endedOthers", visit.words().number(ended))));
        });
    }

    /** Shows a telephone what it is to share. */
    public void startTotp() {
        secret = account.newTotpSecret();
        picture = QrCode.svg(account.totpAddress(secret, site.getShortName()));
    }

    public void turnOnTotp() {
        once.run(reply, "totp " + secret, () -> {
            var codes = reply.attempt(() -> account.turnOnTotp(given(old), secret, code));
            return codes == null ? null : told("account.totp.on", codes);
        });
    }

    public void turnOffTotp() {
        once.run(
                reply,
                "totp off",
                () -> reply.attempts(() -> account.turnOffTotp(given(old)))
                        ? new Once.Done(PATH, Note.good(visit.text("account.totp.off")))
                        : null);
    }

    public void addKey() {
        once.run(reply, "key " + challenge, () -> {
            var codes = reply.attempt(() -> account.addPasskey(given(old), challenge, answer, keyName));
            // What a device answered is of no use a second time.
            answer = "";
            challenge = "";
            return codes == null ? null : told("account.key.added", codes);
        });
    }

    public void removeKey() {
        var id = pressed.id();
        once.run(reply, "key " + id, () -> {
            var removed = reply.attempt(() -> account.removePasskey(id));
            return removed == null
                    ? null
                    : new Once.Done(
                            PATH,
                            removed
                                    ? Note.good(visit.text("account.key.removed"))
                                    : Note.info(visit.text("desk.gone")));
        });
    }

    public void renewCodes() {
        once.run(reply, "codes", () -> {
            var codes = reply.attempt(() -> account.newRecoveryCodes(given(old)));
            return codes == null ? null : told("account.recovery.renewed", codes);
        });
    }

    /** Codes are shown this once. */
    private Once.Done told(String key, List<String> codes) {
        var note = Note.good(visit.text(key));
        return new Once.Done(
                PATH,
                codes.isEmpty()
                        ? note
                        : note.withCopy(visit.text("account.recovery.label"), String.join("   ", codes)));
    }

    /** What the telephone reads off the screen. */
    public String getPicture() {
        return picture;
    }

    public String getSecret() {
        return secret;
    }

    /** As people copy it by hand. */
    public String getSpelled() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    public boolean isTotp() {
        return totp;
    }

    /** Whether the department asks for a second factor, and that is all one may do now. */
    public boolean isMissing() {
        return missing;
    }

    public long getRecovery() {
        return recovery;
    }

    public boolean isSecured() {
        return totp || !keys.isEmpty();
    }

    public List<Key> getKeys() {
        return keys;
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }

    public String getKeyName() {
        return keyName;
    }

    public void setKeyName(@Nullable String keyName) {
        this.keyName = keyName == null ? "" : keyName;
    }

    public String getChallenge() {
        return challenge;
    }

    public void setChallenge(@Nullable String challenge) {
        this.challenge = challenge == null ? "" : challenge;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer == null ? "" : answer;
    }

    public String getName() {
        return name;
    }

    public String getFullName() {
        return fullName;
    }

    public String getEmail() {
        return email;
    }

    public String getRoles() {
        return roles;
    }

    public List<SignedIn> getSignIns() {
        return signIns;
    }

    public int getShortest() {
        return passwords.getShortest();
    }

    public @Nullable String getOld() {
        return old;
    }

    public void setOld(@Nullable String old) {
        this.old = old;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getAgain() {
        return again;
    }

    public void setAgain(@Nullable String again) {
        this.again = again;
    }
}
