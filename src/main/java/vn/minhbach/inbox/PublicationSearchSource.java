package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchDocument;
import vn.minhbach.search.SearchSource;
import vn.minhbach.shared.Time;
import vn.minhbach.web.LinkTree;
import vn.minhbach.web.PublicItem;
import vn.minhbach.web.Visit;

/** Published answers, as search, sitemap and overview see them: the public text, and nothing else of a submission. */
@ApplicationScoped
@Transactional
public class PublicationSearchSource implements SearchSource {

    private static final String DATE = "date";
    private static final int BATCH = 200;

    @Inject
    InboxRepository repository;

    @Override
    public SearchSource over(EntityManager em) {
        var source = new PublicationSearchSource();
        source.repository = new InboxRepository(em);
        return source;
    }

    @Override
    public String kind() {
        return Inbox.CONTENT;
    }

    @Override
    public String place() {
        return "hoi-dap";
    }

    @Override
    public List<String> lists() {
        return List.of(AnswersPage.PATH, ResultsPage.PATH, FiguresPage.PATH, OpenDataPage.PATH);
    }

    /** The list, and the doors by which something comes into it. */
    @Override
    public Optional<LinkTree> branch(Visit visit) {
        return Optional.of(new LinkTree(
                label(visit),
                visit.url(AnswersPage.PATH),
                List.of(
                        new LinkTree(visit.text("inbox.results.title"), visit.url(ResultsPage.PATH), List.of()),
                        new LinkTree(visit.text("inbox.figures.title"), visit.url(FiguresPage.PATH), List.of()),
                        new LinkTree(visit.text("inbox.data.title"), visit.url(OpenDataPage.PATH), List.of()),
                        new LinkTree(visit.text("inbox.ask.question"), visit.url(AskPage.QUESTION), List.of()),
                        new LinkTree(visit.text("inbox.ask.feedback"), visit.url(AskPage.FEEDBACK), List.of()),
                        new LinkTree(visit.text("inbox.track.title"), visit.url(TrackPage.PATH), List.of()))));
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public Optional<Counts> counts() {
        return Optional.of(new Counts(
                repository.publicationCount(),
                repository.submissions(),
                AnswersPage.PATH,
                InboxPage.PATH + "?" + InboxPage.VIEW + "=" + InboxPage.slug(InboxQuery.View.ALL)));
    }

    @Override
    public long lastKey() {
        return repository.lastPublication();
    }

    @Override
    public List<PublicItem> items(long after, long until) {
        return repository.publicItems(after, until);
    }

    @Override
    public @Nullable LocalDate date(Hit hit) {
        var moment = hit.shown().get(DATE);
        return moment == null ? null : Time.day(Instant.parse(moment));
    }

    @Override
    public List<String> facts(Hit hit, Visit visit) {
        return List.of(visit.text("inbox.public.answered"));
    }

    @Override
    public void each(Consumer<SearchDocument> visitor) {
        var batch = repository.publicationsAfter(0, BATCH);
        while (!batch.isEmpty()) {
            batch.stream().map(PublicationSearchSource::document).forEach(visitor);
            var last = batch.getLast().getId();
            repository.forget();
            batch = repository.publicationsAfter(last, BATCH);
        }
    }

    @Override
    public Optional<SearchDocument> one(String id) {
        return id.matches("\\d{1,18}")
                ? repository.publication(Long.parseLong(id)).map(PublicationSearchSource::document)
                : Optional.empty();
    }

    private static SearchDocument document(Publication publication) {
        return new SearchDocument(
                        Inbox.CONTENT,
                        Long.toString(publication.getId()),
                        publication.getTitle(),
                        publication.getPath(),
                        publication.getQuestion() + "\n" + publication.getAnswerText(),
                        List.of(),
                        Map.of(),
                        Map.of(DATE, publication.getAnsweredAt().toString()),
                        publication.getAnsweredAt(),
                        false)
                .about(publication.getProcedure().isEmpty() ? List.of() : List.of(publication.getProcedure()));
    }
}
