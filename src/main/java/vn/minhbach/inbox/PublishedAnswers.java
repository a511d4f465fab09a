package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.change.Derived;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Paged;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.AnsweredQuestions;
import vn.minhbach.web.PageAddress;

/**
 * What everybody reads of the inbox, as lists narrow and order it: answered questions, and results of feedback. All of it is known without its
 * texts until something is published, so every list, count and order is made in memory.
 */
@ApplicationScoped
@Transactional
public class PublishedAnswers implements AnsweredQuestions {

    @Inject
    PublishedRepository repository;

    @Inject
    InboxService inbox;

    @Inject
    SearchService search;

    @Inject
    Derived<List<Head>> heads;

    @Inject
    Derived<Map<String, String>> fields;

    protected PublishedAnswers() {}

    /** Without a server, for tests. */
    PublishedAnswers(
            PublishedRepository repository,
            InboxService inbox,
            SearchService search,
            Derived<List<Head>> heads,
            Derived<Map<String, String>> fields) {
        this.repository = repository;
        this.inbox = inbox;
        this.search = search;
        this.heads = heads;
        this.fields = fields;
    }

    /**
     * One of them, without its texts.
     *
     * @param unit the slug of who answered
     * @param procedure the code of what it is about; empty for none
     */
    record Head(long id, String kind, String unit, String procedure, Instant answeredAt, long useful) {}

    /**
     * Which are listed. An empty word means all.
     *
     * @param newest whether what was answered last comes first, and not what helped most
     */
    record Choice(SubmissionKind.Form form, String kind, String field, String unit, String procedure, boolean newest) {

        static Choice all(SubmissionKind.Form form) {
            return new Choice(form, "", "", "", "", true);
        }
    }

    /**
     * What a choice finds.
     *
     * @param order the numbers, in order
     * @param kinds how many of each kind there would be with another kind chosen; likewise the others
     */
    record Found(List<Long> order, Map<String, Long> kinds, Map<String, Long> fields, Map<String, Long> units) {}

    Found find(Choice choice) {
        var ofForm = kinds(choice.form());
        var fieldOf = fields();
        var all = heads.get(repository::heads).stream()
                .filter(head -> ofForm.contains(head.kind()))
                .filter(head -> is(choice.procedure(), head.procedure()))
                .toList();
        Predicate<Head> kind = head -> is(choice.kind(), head.kind());
        Predicate<Head> unit = head -> is(choice.unit(), head.unit());
        Predicate<Head> field = head -> is(choice.field(), fieldOf.getOrDefault(head.procedure(), ""));
        Comparator<Head> newest =
                Comparator.comparing(Head::answeredAt).thenComparing(Head::id).reversed();
        return new Found(
                all.stream()
                        .filter(kind.and(unit).and(field))
                        .sorted(
                                choice.newest()
                                        ? newest
                                        : Comparator.comparingLong(Head::useful)
                                                .reversed()
                                                .thenComparing(newest))
                        .map(Head::id)
                        .toList(),
                counts(all, unit.and(field), Head::kind),
                counts(all, kind.and(unit), head -> fieldOf.getOrDefault(head.procedure(), "")),
                counts(all, kind.and(field), Head::unit));
    }

    private static boolean is(String chosen, String value) {
        return chosen.isEmpty() || chosen.equals(value);
    }

    private static Map<String, Long> counts(List<Head> heads, Predicate<Head> test, Function<Head, String> value) {
        return heads.stream()
                .filter(test)
                .map(value)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The kinds that come in by a form, also those that are taken no longer. */
    Set<String> kinds(SubmissionKind.Form form) {
        return inbox.kinds().stream()
                .filter(kind -> kind.getForm() == form)
                .map(SubmissionKind::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By which form a kind comes in. */
    SubmissionKind.Form form(String key) {
        return kinds(SubmissionKind.Form.QUESTION).contains(key)
                ? SubmissionKind.Form.QUESTION
                : SubmissionKind.Form.FEEDBACK;
    }

    /** Under which field of government the procedures stand that answers are about; nothing is known without the index. */
    private Map<String, String> fields() {
        try {
            return known();
        } catch (UnavailableException e) {
            return Map.of();
        }
    }

    private Map<String, String> known() {
        return fields.get(() -> {
            var found = new HashMap<String, String>();
            heads.get(repository::heads).stream()
                    .map(Head::procedure)
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .forEach(code -> search.at("/thu-tuc/" + code)
                            .map(hit -> hit.shown().getOrDefault("field", ""))
                            .ifPresent(field -> found.put(code, field)));
            return found;
        });
    }

    /** Whether answers stand under such a field of government; while the index cannot tell, they may. */
    boolean isField(String field) {
        try {
            return known().containsValue(field);
        } catch (UnavailableException e) {
            return true;
        }
    }

    /** Whether an answer that is public came of such a unit. */
    boolean isUnit(String slug) {
        return heads.get(repository::heads).stream()
                .anyMatch(head -> head.unit().equals(slug));
    }

    /** Whether an answer that is public is about such a procedure. */
    boolean isProcedure(String code) {
        return heads.get(repository::heads).stream()
                .anyMatch(head -> head.procedure().equals(code));
    }

    @Override
    public Optional<String> about(String procedure) {
        var questions = kinds(SubmissionKind.Form.QUESTION);
        return heads.get(repository::heads).stream()
                .filter(head -> head.procedure().equals(procedure) && questions.contains(head.kind()))
                .findFirst()
                .map(head -> PageAddress.of(AnswersPage.PATH)
                        .with(AnswerListPage.PROCEDURE, procedure)
                        .toString());
    }

    /** The field of the procedure that an answer is about; empty for none. */
    String field(Publication publication) {
        return fields().getOrDefault(publication.getProcedure(), "");
    }

    /** A page of what was found, with its texts. */
    Paged<Publication> page(Found found, int first, int size) {
        return Paged.of(found.order(), first, size, repository::of, Publication::getId);
    }

    /** What was answered last. */
    public List<Publication> newest(SubmissionKind.Form form, int size) {
        return page(find(Choice.all(form)), 0, size).items();
    }

    /** Some behind a number, by number: for whoever reads all. */
    List<Publication> after(long id, Collection<String> kinds, int limit) {
        return repository.after(id, kinds, limit);
    }

    /** Somebody says that an answer helped them. Lists follow when something is published next. */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public void countUseful(String slug) {
        if (!repository.countUseful(slug)) {
            throw new NotFoundException(Inbox.CONTENT, slug);
        }
    }
}
