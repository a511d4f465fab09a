package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /hoi-dap/<slug>}: one published answer with what was asked, and nobody's name. */
@Door(path = "/hoi-dap/{slug}", permission = Permission.READ_PUBLIC)
@Named("tra-loi")
@RequestScoped
public class AnswerPage implements PublicPage {

    @Inject
    InboxService service;

    @Inject
    PublishedAnswers answers;

    @Inject
    InboxUnits allUnits;

    @Inject
    MaskedPictureService masked;

    @Inject
    SearchService search;

    @Inject
    StructuredData structured;

    @Inject
    Visit visit;

    private @Nullable Publication publication;
    private String answerHtml = "";
    private String answerText = "";
    private List<MaskedPictureService.Picture> pictures = List.of();
    private String procedureTitle = "";
    private List<Rested> basis = List.of();

    /**
     * Something that the answer rests on.
     *
     * @param changedOn the day since which it is another than it was; null if it is as it was
     */
    public record Rested(String title, String url, @Nullable LocalDate changedOn) {}

    @Override
    public void load() {
        var found = service.publication(visit.pathInfo());
        publication = found;
        answerHtml = found.getAnswerHtml();
        answerText = found.getAnswerText();
        pictures = masked.pictures(found.getId());
        basis = service.basis(found.getId()).stream()
                .flatMap(each -> visible(each.source()).stream()
                        .map(now -> new Rested(now.title(), visit.url(now.path()), each.changedOn())))
                .toList();
        if (!found.getProcedure().isEmpty()
                && basis.stream().noneMatch(each -> each.url().equals(getProcedureUrl()))) {
            try {
                procedureTitle = search.at("/thu-tuc/" + found.getProcedure())
                        .map(Hit::title)
                        .orElse("");
            } catch (UnavailableException e) {
                // Without the index, the answer stands without the link.
                procedureTitle = "";
            }
        }
    }

    /** What it is called now, and where. What the public does not see any more is not named; nor is anything while the index cannot tell. */
    private Optional<Hit> visible(Basis.Source source) {
        try {
            return search.item(source.kind(), source.id());
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }

    private Publication publication() {
        return Objects.requireNonNull(publication);
    }

    public String getTitle() {
        return publication().getTitle();
    }

    public String getKind() {
        return service.kindName(publication().getKind(), visit.getLanguage());
    }

    public String getQuestion() {
        return publication().getQuestion();
    }

    public String getAnswerHtml() {
        return answerHtml;
    }

    public List<Rested> getBasis() {
        return basis;
    }

    /** What of it changed after the answer, which readers are told first. */
    public List<Rested> getChanged() {
        return basis.stream().filter(each -> each.changedOn() != null).toList();
    }

    public Instant getReceivedAt() {
        return publication().getReceivedAt();
    }

    public Instant getAnsweredAt() {
        return publication().getAnsweredAt();
    }

    /** What of the sender's files everybody may see. */
    public List<MaskedPictureService.Picture> getPictures() {
        return pictures;
    }

    /** Where a picture is found: it has no language. */
    public String pictureUrl(MaskedPictureService.Picture picture) {
        return visit.file(picture.path());
    }

    public String getDescription() {
        return Text.shorten(Text.line(answerText), 160);
    }

    public String getProcedureTitle() {
        return procedureTitle;
    }

    public String getProcedureUrl() {
        return visit.url("/thu-tuc/" + publication().getProcedure());
    }

    /** Who answered, as it is called; empty for nobody in particular. */
    public String getUnit() {
        return allUnits.names().getOrDefault(publication().getUnit(), "");
    }

    /** How many readers it helped. */
    public long getUseful() {
        return publication().getUseful();
    }

    /** By which the form that counts them names it. */
    public String getSlug() {
        return publication().getSlug();
    }

    public String getUsefulAction() {
        return visit.url(UsefulPage.PATH);
    }

    /** Whether somebody asked something; else they pointed something out. */
    public boolean isAsked() {
        return answers.form(publication().getKind()) == SubmissionKind.Form.QUESTION;
    }

    public List<Link> getBreadcrumb() {
        return List.of(
                isAsked()
                        ? new Link(visit.text("inbox.public.title"), visit.url(AnswersPage.PATH))
                        : new Link(visit.text("inbox.results.title"), visit.url(ResultsPage.PATH)));
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url(publication().getPath()));
    }

    /** A question and its answer; feedback asked nothing, so its result is a text that the office published. */
    public String getJsonLd() {
        if (!isAsked()) {
            return structured.script(structured
                    .thing("Article")
                    .add("headline", getTitle())
                    .add("articleBody", getQuestion() + "\n\n" + answerText)
                    .add("datePublished", publication().getPublishedAt().toString())
                    .add("author", structured.publisher())
                    .add("publisher", structured.publisher())
                    .add("mainEntityOfPage", getCanonicalUrl())
                    .add("inLanguage", "vi")
                    .build());
        }
        var answer = structured
                .part("Answer")
                .add("text", answerText)
                .add("dateCreated", getAnsweredAt().toString())
                .add("url", getCanonicalUrl())
                .add("author", structured.publisher());
        var question = structured
                .part("Question")
                .add("name", getTitle())
                .add("text", getQuestion())
                .add("answerCount", 1)
                .add("acceptedAnswer", answer);
        return structured.script(
                structured.thing("QAPage").add("mainEntity", question).build());
    }
}
