package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Method;
import vn.minhbach.web.PublicForm;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /co-ich}, where readers say that a published answer helped them. It counts, and keeps nothing of who said it: so a whole
 * office may say so of one answer some times in an hour, and whoever presses on and on is thanked and not counted.
 */
@Door(
        path = UsefulPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = UsefulPage.ANSWER,
        permission = Permission.READ_PUBLIC,
        cached = false)
@Named("co-ich")
@RequestScoped
public class UsefulPage implements PublicForm {

    static final String PATH = "/co-ich";

    /** The last part of the answer's address. */
    static final String ANSWER = "trang";

    private static final int MOST_OF_ONE = 5;
    private static final int MOST_IN_AN_HOUR = 60;
    private static final int LONGEST = 200;

    @Inject
    PublishedAnswers answers;

    @Inject
    InboxService service;

    @Inject
    Throttle throttle;

    @Inject
    Forwarded forwarded;

    @Inject
    HttpServletRequest request;

    @Inject
    Visit visit;

    private @Nullable Publication publication;

    @Override
    public void load() {
        var given = visit.parameter(ANSWER);
        if (!given.isEmpty()) {
            publication = service.publication(Text.cut(given, LONGEST));
        }
    }

    @Override
    public @Nullable String take(TypedForm typed) {
        var slug = Text.cut(typed.line(ANSWER), LONGEST);
        if (slug.isEmpty()) {
            throw new NotFoundException(Inbox.CONTENT, slug);
        }
        var found = service.publication(slug);
        var client = forwarded.client(request);
        if (!throttle.tooOften("useful", client, MOST_IN_AN_HOUR)
                && !throttle.tooOften("useful " + found.getId(), client, MOST_OF_ONE)) {
            answers.countUseful(slug);
        }
        return PATH + "?" + ANSWER + "=" + Visit.encode(slug);
    }

    /** Whether somebody has just said so, and of what. */
    public boolean isSaid() {
        return publication != null;
    }

    public String getTitle() {
        return publication == null ? "" : publication.getTitle();
    }

    public String getUrl() {
        return visit.url(publication == null ? AnswersPage.PATH : publication.getPath());
    }
}
