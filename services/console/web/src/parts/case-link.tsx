import { Link } from 'react-router';
import { useCaseCode } from '../app/case-codes.ts';

/** A case in a row that is about something else: by its code, which people have. What is no case, or none that one may see, leads nowhere. */
export function CaseLink({ id }: { readonly id: string }) {
  const code = useCaseCode(id);
  const short = `${id.slice(0, 8)}…${id.slice(-4)}`;
  if (code === null) {
    return (
      <code title={id} translate="no">
        {short}
      </code>
    );
  }
  return (
    <Link to={`/cases/${id}`} onClick={(event) => event.stopPropagation()} title={id} translate="no">
      {code ?? short}
    </Link>
  );
}
