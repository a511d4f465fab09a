package vn.minhbach.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/nguoi-dung}: who works in the back office, a page at a time. */
@Door(
        path = PeoplePage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.MANAGE_PEOPLE)
@Screen(name = "people.title", task = "people.task", order = 810)
@Named
@ViewScoped
public class PeoplePage implements Serializable {

    static final String PATH = "/quan-tri/nguoi-dung";
    static final Set<String> COLUMNS =
            Set.of(PeopleService.BY_NAME, PeopleService.BY_FULL_NAME, PeopleService.BY_SIGN_IN);

    private static final long serialVersionUID = 1L;

    @Inject
    PeopleService people;

    @Inject
    RoleNames roles;

    @Inject
    Visit visit;

    private @Nullable LazyList<PersonLine> list;

    /** Asks the service for a page of the list. */
    private record People(PeopleService people, RoleNames roles, Visit visit) implements LazyList.Source<PersonLine> {

        @Override
        public List<Long> order(ListState state) {
            return people.numbers(state);
        }

        @Override
        public List<PersonLine> rows(List<Long> numbers) {
            var words = roles.words(visit);
            return people.people(numbers).stream()
                    .map(user -> PersonLine.of(user, words.apply(user.getAssignments())))
                    .toList();
        }

        @Override
        public Long number(PersonLine person) {
            return person.id();
        }
    }

    public void load() {
        list = new LazyList<>(new People(people, roles, visit), ListState.of(visit, COLUMNS), visit.url(PATH));
    }

    public LazyList<PersonLine> getList() {
        return Objects.requireNonNull(list);
    }
}
