package vn.minhbach.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Words;

/**
 * What the portal's letters say. Whoever lets people change it asks for the permission and keeps the history, as {@code maildesk}
 * does.
 */
@ApplicationScoped
public class Templates {

    @Inject
    MailRepository repository;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<LetterKinds> declared;

    private List<LetterKind> kinds = List.of();

    protected Templates() {}

    /** Without a server, for tests. */
    Templates(MailRepository repository, CurrentActor actors, Clock clock, List<LetterKind> kinds) {
        this.repository = repository;
        this.actors = actors;
        this.clock = clock;
        this.kinds = kinds;
    }

    @PostConstruct
    void collect() {
        kinds = declared.stream()
                .flatMap(each -> each.kinds().stream())
                .sorted(Comparator.comparing(LetterKind::key))
                .toList();
    }

    /** All letters that the portal may send. */
    public List<LetterKind> kinds() {
        return kinds;
    }

    public Optional<LetterKind> kind(String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    LetterKind known(String key) {
        return kind(key).orElseThrow(() -> new IllegalArgumentException("No letter is called \"" + key + "\""));
    }

    /** What a letter says, with its gaps: as an editor wrote it, or as it comes with the portal. */
    public LetterText text(LetterKind kind, String language) {
        return written(kind, language).map(LetterTemplate::text).orElseGet(() -> shipped(kind, language));
    }

    /** What a letter says that no editor has changed. */
    public static LetterText shipped(LetterKind kind, String language) {
        var words = Words.of(language);
        return LetterText.of(words.text(kind.subjectKey()), words.text(kind.textKey()));
    }

    /** What an editor wrote; nothing if the letter says what came with the portal. */
    @Transactional
    public Optional<LetterTemplate> written(LetterKind kind, String language) {
        return repository.template(kind.key(), language);
    }

    /** All that editors wrote. */
    @Transactional
    public List<LetterTemplate> written() {
        return repository.templates();
    }

    /**
     * Says what a letter says from now on.
     *
     * @param version of the template that one has seen; 0 for the words that come with the portal
     * @return what it said before
     * @throws RuleBrokenException if it cannot be filled in, see {@link LetterText#check}
     * @throws ChangedMeanwhileException if somebody else has changed it since
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public LetterText write(LetterKind kind, String language, LetterText text, long version) {
        text.check(kind);
        var before = text(kind, language);
        var template = repository.template(kind.key(), language).orElse(null);
        if ((template == null ? 0 : template.getVersion()) != version) {
            throw new ChangedMeanwhileException("mail-template", kind.key());
        }
        var fresh = template == null ? new LetterTemplate(kind, language) : template;
        fresh.write(
                text,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actors.get().name());
        if (template == null) {
            repository.add(fresh);
        }
        return before;
    }

    /**
     * Has a letter say what came with the portal.
     *
     * @return what it said before; nothing if that was it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LetterText> forget(LetterKind kind, String language) {
        var template = repository.template(kind.key(), language);
        template.ifPresent(repository::remove);
        return template.map(LetterTemplate::text);
    }
}
