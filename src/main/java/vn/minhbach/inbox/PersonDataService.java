package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.account.Audit;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * What the office does for somebody who asks what it keeps of them, or to have it erased (Law 91/2025/QH15): it finds all that they sent by their
 * number and address, hands it out as one package, and lets go of them where the law lets it. It begins with their request, a submission of
 * the kind for that; each look, each package and each erasure stands in the audit.
 */
@ApplicationScoped
@Transactional
public class PersonDataService {

    /** The kind of such requests. */
    static final String KIND = "personal-data-request";

    @Inject
    InboxRepository repository;

    @Inject
    InboxRowRepository rows;

    @Inject
    SenderRepository senders;

    @Inject
    SenderErasure erasure;

    @Inject
    Inbox inbox;

    @Inject
    BlindIndex index;

    @Inject
    FieldCipher cipher;

    @Inject
    Audit audit;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    protected PersonDataService() {}

    /** Without a server, for tests. */
    PersonDataService(
            InboxRepository repository,
            InboxRowRepository rows,
            SenderRepository senders,
            SenderErasure erasure,
            Inbox inbox,
            BlindIndex index,
            FieldCipher cipher,
            Audit audit,
            CurrentActor actors,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.senders = senders;
        this.erasure = erasure;
        this.inbox = inbox;
        this.index = index;
        this.cipher = cipher;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** Whether a submission is such a request, and whoever looks may serve it. */
    public boolean isServed(long id) {
        return actors.get().may(Permission.SERVE_PERSONS)
                && repository.find(id).filter(PersonDataService::isRequest).isPresent();
    }

    private static boolean isRequest(Submission submission) {
        return submission.getKind().equals(KIND) && !submission.isAnonymous();
    }

    /**
     * Something that came from the person's number or address.
     *
     * @param sameName whether it bears the name of who asks; else it may be another person's who shares a telephone
     * @param hindrance why it cannot be erased, as a key of the bundle; empty if it can
     * @param until until when the law has it kept; null if that is not why
     * @param basis which law
     */
    public record Item(
            long id,
            String kind,
            String subject,
            InboxState state,
            Instant receivedAt,
            boolean sameName,
            String hindrance,
            @Nullable LocalDate until,
            String basis)
            implements Serializable {}

    /** All that came from the number and the address of a request, and from another one that the person also gives; the newest first. */
    @Permit(Permission.SERVE_PERSONS)
    public List<Item> find(@Subject long request, String otherContact) {
        return items(request, otherContact);
    }

    private List<Item> items(long request, String otherContact) {
        var asked = request(request);
        var name = name(asked);
        var all = rows.retentions();
        var contacts = contacts(asked, otherContact);
        var keys = contacts.stream()
                .flatMap(contact -> index.candidates(contact).stream())
                .toList();
        return senders.from(keys).stream()
                .filter(each -> inbox.isFrom(each, contacts))
                .map(each -> {
                    var rule = Retention.of(all, each.getKind(), today()).orElse(null);
                    var until = rule == null || rule.isOnRequest() ? null : rule.until(each.getUpdatedAt());
                    var hindrance = each.getState().isOpen()
                            ? "personData.inWork"
                            : until != null && !until.isBefore(today()) ? "personData.kept" : "";
                    return new Item(
                            each.number(),
                            inbox.kind(each.getKind()).name("vi"),
                            inbox.subjectOf(each),
                            each.getState(),
                            each.getReceivedAt(),
                            name(each).equals(name),
                            hindrance,
                            hindrance.equals("personData.kept") ? until : null,
                            rule == null || hindrance.isEmpty() ? "" : rule.getBasis());
                })
                .toList();
    }

    private Submission request(long id) {
        return repository
                .find(id)
                .filter(PersonDataService::isRequest)
                .orElseThrow(() -> new NotFoundException(InboxDeskService.KIND, Long.toString(id)));
    }

    private LocalDate today() {
        return Time.day(clock.instant());
    }

    /** As it is compared: people write theirs with and without marks. */
    private String name(Submission submission) {
        return Text.fold(Text.line(inbox.open(submission.getNameSealed())));
    }

    /** The numbers and addresses by which the person is looked for. */
    private List<String> contacts(Submission asked, String otherContact) {
        var other = Text.line(otherContact);
        var further = other.isEmpty() ? "" : Contact.either(other);
        if (!other.isEmpty() && further.isEmpty()) {
            throw new RuleBrokenException("personData.error.contact", "contact");
        }
        return Stream.of(inbox.open(asked.getPhoneSealed()), inbox.open(asked.getEmailSealed()), further)
                .filter(contact -> !contact.isEmpty() && !FieldCipher.isUnopened(contact))
                .toList();
    }

    private List<Item> chosen(long request, String otherContact, Collection<Long> numbers) {
        var items = items(request, otherContact).stream()
                .filter(item -> numbers.contains(item.id()))
                .toList();
        if (items.isEmpty()) {
            throw new RuleBrokenException("personData.error.none");
        }
        return items;
    }

    /**
     * Makes the package that is handed out: what the person sent and was written, as a page to read and as JSON, and what else is kept of it. Nothing
     * of the staff's notes, of drafts, or of who handled it.
     */
    @Permit(Permission.SERVE_PERSONS)
    public PersonPackage pack(@Subject long request, String otherContact, Collection<Long> numbers) {
        var items = chosen(request, otherContact, numbers);
        var told = items.stream()
                .map(item -> repository.find(item.id()).orElseThrow())
                .map(this::told)
                .toList();
        items.forEach(item -> audited("PersonDataService.pack", item.id()));
        note(request, Words.VIETNAMESE.text("personData.note.packed", listed(items)));
        return new PersonPackage(told, request, clock.instant());
    }

    private PersonPackage.Told told(Submission submission) {
        var id = submission.number();
        var sent = submission.getSentAnswer();
        var events = repository.events(id);
        return new PersonPackage.Told(
                id,
                inbox.kind(submission.getKind()).name("vi"),
                Words.VIETNAMESE.text("InboxState." + submission.getState()),
                inbox.open(submission.getCodeSealed()),
                submission.getReceivedAt(),
                inbox.open(submission.getNameSealed()),
                inbox.open(submission.getAddressSealed()),
                inbox.open(submission.getPhoneSealed()),
                inbox.open(submission.getEmailSealed()),
                inbox.open(submission.getSubjectSealed()),
                inbox.open(submission.getTextSealed()),
                inbox.detailsOf(submission),
                submission.getConsentVersion(),
                rows.consentOf(id)
                        .map(consent -> consent.text(submission.getLanguage()))
                        .orElse(""),
                InboxService.shown(events)
                        .map(event -> new PersonPackage.Step(
                                event.getAt(),
                                Words.VIETNAMESE.text("InboxDeed." + event.getDeed()),
                                event.getActor().isEmpty(),
                                event.getDeed() == InboxDeed.ASSIGN ? "" : inbox.text(event)))
                        .toList(),
                sent == 0
                        ? ""
                        : repository
                                .answer(id, sent)
                                .map(answer -> Html.text(inbox.full(answer)))
                                .orElse(""),
                inbox.earlier(submission, events).stream()
                        .map(each -> new PersonPackage.Sent(each.sentAt(), Html.text(inbox.full(each.answer()))))
                        .toList(),
                repository.publication(id).map(Publication::getPath).orElse(""),
                erasure.parts(id));
    }

    /**
     * What came of an erasure.
     *
     * @param refused what stays, each with the reason
     */
    public record Erased(List<Long> done, List<Item> refused) implements Serializable {

        public Erased {
            done = List.copyOf(done);
            refused = List.copyOf(refused);
        }
    }

    /** Lets go of the person in these submissions, as far as the law lets. What is in work, or must be kept, stays. Nobody can take it back. */
    @Permit(Permission.SERVE_PERSONS)
    public Erased erase(@Subject long request, String otherContact, Collection<Long> numbers, String reason) {
        var why = Text.cut(Text.line(reason), 500);
        if (why.isEmpty()) {
            throw new RuleBrokenException("inbox.error.text", "reason");
        }
        var items = chosen(request, otherContact, numbers);
        var done = new ArrayList<Item>();
        var refused = new ArrayList<Item>();
        for (var item : items) {
            (item.hindrance().isEmpty() ? done : refused).add(item);
        }
        // Written down first: the request itself may be among them.
        if (!done.isEmpty()) {
            note(request, Words.VIETNAMESE.text("personData.note.erased", listed(done), why));
        }
        for (var item : done) {
            erasure.anonymise(
                    repository.find(item.id()).orElseThrow(),
                    actors.get().name(),
                    Words.VIETNAMESE.text("inbox.anonymised.asked", Long.toString(request), why));
            audited("PersonDataService.erase", item.id());
        }
        return new Erased(done.stream().map(Item::id).toList(), refused);
    }

    private static String listed(List<Item> items) {
        return items.stream().map(item -> Long.toString(item.id())).collect(Collectors.joining(", "));
    }

    private void audited(String method, long submission) {
        audit.done(actors.get(), new Audit.Deed(Permission.SERVE_PERSONS.name(), method, Long.toString(submission)));
    }

    /** For colleagues; the person does not see it. */
    private void note(long request, String text) {
        var asked = request(request);
        var me = actors.get();
        var step = new InboxEvent(
                request,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                me.equals(Actor.NOBODY) ? Actor.PORTAL.name() : me.name(),
                InboxDeed.NOTE,
                asked.getState(),
                "",
                null);
        step.say(text, asked, cipher);
        repository.add(step);
    }
}
