package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.links.LinkSource;
import vn.minhbach.links.Linking;

/** Where public answers lead. */
@ApplicationScoped
public class AnswerLinks implements LinkSource {

    @Inject
    PublishedRepository published;

    @Override
    public String kind() {
        return Inbox.CONTENT;
    }

    @Override
    public @Nullable Set<String> seen(Actor somebody) {
        return somebody.places(Permission.READ_INBOX);
    }

    @Override
    public List<Linking> after(long number, int size) {
        return published.after(number, size).stream()
                .map(answer -> new Linking(
                        answer.getId(),
                        answer.getUnit(),
                        answer.getTitle(),
                        answer.getPath(),
                        InboxItemPage.PATH + "?" + InboxItemPage.NUMBER + "=" + answer.getId(),
                        Linking.in(answer.getAnswerHtml())))
                .toList();
    }
}
