import { Link } from 'react-router';
import { useCaseCode } from '../app/case-codes.ts';
import { shortened } from './shortened.ts';

/** A case in a row that is about something else: by its code, which people have. What is no case, or none that one may see, leads nowhere. */
export function CaseLink({ id }: { readonly id: string }) {
  const code = useCaseCode(id);
  if (code === null) {
    return (
      <code title={id} translate="no">
        {shortened(id)}
      </code>
    );
  }
  return (
    <Link to={`/cases/${id}`} onClick={(event) => event.stopPropagation()} title={id} translate="no">
      {code ?? shortened(id)}
    </Link>
  );
}
