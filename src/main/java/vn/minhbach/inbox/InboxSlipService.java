package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.RefusedException;
import vn.minhbach.desk.TooMuchTypedException;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Keeps what somebody takes down, and its files, until they file it. Everybody reaches their own and nobody else's: the account is never a parameter.
 * Nobody is told of it, and it stands in no audit.
 */
@ApplicationScoped
@Transactional
public class InboxSlipService {

    /** As much as the longest form holds, some times over. */
    private static final int LONGEST = 40_000;

    @Inject
    InboxSlipRepository slips;

    @Inject
    Enclosures enclosures;

    @Inject
    Inbox inbox;

    @Inject
    CurrentActor actors;

    protected InboxSlipService() {}

    /** Without a server, for tests. */
    InboxSlipService(InboxSlipRepository slips, Enclosures enclosures, Inbox inbox, CurrentActor actors) {
        this.slips = slips;
        this.enclosures = enclosures;
        this.inbox = inbox;
        this.actors = actors;
    }

    /**
     * What was kept, opened.
     *
     * @param token of the form
     * @param values by the names of the fields
     */
    public record Kept(Instant at, String token, Map<String, String> values) implements Serializable {

        public Kept {
            values = Map.copyOf(values);
        }

        /** Nothing of what was written: it may name somebody. */
        @Override
        public String toString() {
            return "Kept[" + at + "]";
        }
    }

    /**
     * Keeps what is typed, over what was kept before.
     *
     * @param token of the form
     * @throws RuleBrokenException if it was filed meanwhile, or another form of the kind is begun
     */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    public Instant keep(String kind, String token, Map<String, String> values) {
        var typed = Json.createObjectBuilder();
        values.forEach(typed::add);
        var text = typed.build().toString();
        if (text.length() > LONGEST) {
            throw new TooMuchTypedException("editorial.error.tooLong");
        }
        return begun(kind, token, text).getKeptAt();
    }

    /** @param typed null to leave it as it was */
    private InboxSlip begun(String kind, String token, @Nullable String typed) {
        requireMay();
        if (!FormToken.isOne(token)) {
            throw new RuleBrokenException("enclosure.error.form");
        }
        var key = inbox.kind(kind).getKey();
        var me = actors.get().name();
        var form = Enclosures.formKey(token);
        var known = slips.find(me, key);
        known.ifPresent(slip -> requireSame(slip, form));
        var slip = known.orElseGet(() -> new InboxSlip(me, key));
        slip.keep(
                form,
                inbox.cipher().seal(token, InboxSeals.SLIP_TOKEN, slip.sealedRow()),
                typed == null
                        ? slip.getTypedSealed().text()
                        : inbox.cipher().seal(typed, InboxSeals.SLIP, slip.sealedRow()),
                inbox.now());
        if (known.isEmpty()) {
            slips.add(slip);
        }
        return slip;
    }

    private void requireMay() {
        if (!actors.get().maySomewhere(Permission.MODERATE_INBOX)) {
            throw new RefusedException(Permission.MODERATE_INBOX);
        }
    }

    private void requireSame(InboxSlip slip, String form) {
        requireNotFiled(slip, form);
        if (slip.isBegun() && !slip.getFormKey().equals(form)) {
            // Another one is begun on another page.
            throw new RuleBrokenException("inbox.error.slipOther");
        }
        if (isUnopened(slip)) {
            throw new RuleBrokenException("privacy.error.unopened");
        }
    }

    /** It was filed or given up a moment ago, and this comes from before, or from another page of it. */
    static void requireNotFiled(InboxSlip slip, String form) {
        if (slip.isEnded(form)) {
            throw new RuleBrokenException("inbox.error.slipFiled");
        }
    }

    private boolean isUnopened(InboxSlip slip) {
        return FieldCipher.isUnopened(inbox.open(slip.getTokenSealed()))
                || FieldCipher.isUnopened(inbox.open(slip.getTypedSealed()));
    }

    /** What I have begun of a kind; empty for nothing, or if it cannot be opened. */
    public Optional<Kept> mine(String kind) {
        return slips.find(actors.get().name(), kind)
                .filter(InboxSlip::isBegun)
                .filter(slip -> !isUnopened(slip))
                .map(slip -> new Kept(
                        slip.getKeptAt(),
                        inbox.open(slip.getTokenSealed()),
                        values(inbox.open(slip.getTypedSealed()))));
    }

    private static Map<String, String> values(String text) {
        var values = new HashMap<String, String>();
        try (var reader = Json.createReader(new StringReader(text.isEmpty() ? "{}" : text))) {
            reader.readObject().forEach((name, value) -> {
                if (value instanceof JsonString string) {
                    values.put(name, string.getString());
                }
            });
        } catch (JsonException e) {
            // Whoever began it types it once more.
        }
        return values;
    }

    /**
     * Gives it up, with its files.
     *
     * @param token of its form
     * @throws RuleBrokenException if it was filed meanwhile, or another one is begun by now
     */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    public void drop(String kind, String token) {
        var me = actors.get().name();
        slips.find(me, kind).ifPresent(slip -> {
            requireSame(slip, Enclosures.formKey(token));
            enclosures.putBy(token, me).forEach(file -> enclosures.leaveOut(file, me));
            slip.end(slip.getFormKey(), inbox.now());
        });
    }

    // Files

    /** What I have brought with a form and not filed. */
    public List<OfficeFile> files(String token) {
        return enclosures.putBy(token, actors.get().name()).stream()
                .map(file -> enclosures.officeFile(file, null))
                .toList();
    }

    /** Puts a file by for it. @return its place */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    String bring(String kind, String token, Enclosures.Brought brought) {
        requireRoom(kind, token);
        return enclosures
                .putBy(token, actors.get().name(), null, brought, inbox.now())
                .getPlace();
    }

    /** @throws RuleBrokenException if no file can be put by for it now */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    void requireRoom(String kind, String token) {
        begun(kind, token, null);
        Enclosures.requireRoom(enclosures.putBy(token, actors.get().name()));
    }

    /** One of them is not to go with it. */
    @Permit(value = Permission.ENTER_OFFICE, audited = false)
    public void leaveOut(String token, long file) {
        requireMay();
        var me = actors.get().name();
        enclosures.putBy(token, me).stream()
                .filter(each -> each.number() == file)
                .forEach(each -> enclosures.leaveOut(each, me));
    }
}
