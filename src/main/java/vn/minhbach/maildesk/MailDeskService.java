package vn.minhbach.maildesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.Removal;
import vn.minhbach.mail.LetterKind;
import vn.minhbach.mail.LetterText;
import vn.minhbach.mail.MailLetters;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.Templates;
import vn.minhbach.mail.To;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Words;

/** What people change about the portal's mail. */
@ApplicationScoped
@Transactional
public class MailDeskService {

    /** How the history calls a template. */
    static final String TEMPLATE = "mail-template";

    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";

    @Inject
    Templates templates;

    @Inject
    Outbox outbox;

    @Inject
    History history;

    @Inject
    CurrentActor actors;

    /** A letter that is known by this key. */
    public LetterKind kind(String key) {
        return templates.kind(key).orElseThrow(() -> new NotFoundException("letter", key));
    }

    /**
     * Says what a letter says from now on.
     *
     * @param version of the template that one has seen; 0 for the words that come with the portal
     * @throws RuleBrokenException if its gaps cannot be filled
     * @throws vn.minhbach.shared.ChangedMeanwhileException if somebody else has changed it since
     */
    @Permit(Permission.KEEP_MAIL)
    public void write(@Subject String key, @Subject String language, LetterText text, long version) {
        var kind = kind(key);
        var before = templates.write(kind, language, text, version);
        history.changed(row(kind, language), state(before), state(text));
    }

    /** Has a letter say again what came with the portal. */
    @Permit(Permission.KEEP_MAIL)
    public Optional<Removal> forget(@Subject String key, @Subject String language) {
        var kind = kind(key);
        var row = row(kind, language);
        var before = templates.forget(kind, language).orElse(null);
        return before == null ? history.removal(TEMPLATE, row.id()) : Optional.of(history.removed(row, state(before)));
    }

    /**
     * Puts words back that were taken out.
     *
     * @return what the letter is called
     */
    @Permit(Permission.KEEP_MAIL)
    public String restore(@Subject long removal) {
        var entry = history.takeBack(removal, TEMPLATE);
        var id = entry.getRowId().split("/", 2);
        var kind = kind(id[0]);
        if (id.length < 2 || templates.written(kind, id[1]).isPresent()) {
            throw new RuleBrokenException("desk.undo.taken");
        }
        var state = entry.before();
        templates.write(kind, id[1], LetterText.of(state.getOrDefault(SUBJECT, ""), state.getOrDefault(TEXT, "")), 0);
        return entry.getTitle();
    }

    /**
     * Writes a letter by which somebody sees whether mail arrives.
     *
     * @throws RuleBrokenException if the address is none, or mail is off
     */
    @Permit(Permission.KEEP_MAIL)
    public void tryOut(@Subject String address) {
        var to = To.of(address, "");
        if (!outbox.send(
                to, MailLetters.TEST, Map.of(MailLetters.WHO, actors.get().name()))) {
            throw new RuleBrokenException("mail.error.off", "email");
        }
    }

    private static History.Row row(LetterKind kind, String language) {
        return new History.Row(
                TEMPLATE, kind.key() + "/" + language, Words.of(language).text(kind.nameKey()));
    }

    private static Map<String, String> state(LetterText text) {
        var state = new LinkedHashMap<String, String>();
        state.put(SUBJECT, text.subject());
        state.put(TEXT, text.text());
        return state;
    }

    /** What was done last to the templates. */
    public List<HistoryEntry> history() {
        return history.newest(List.of(TEMPLATE));
    }

    /** What was done to one of them. */
    public List<HistoryEntry> history(String key, String language) {
        return history.of(TEMPLATE, key + "/" + language);
    }
}
