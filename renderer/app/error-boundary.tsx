import { messageOf } from '@shared/errors/outcome'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

type Props = { readonly children: ReactNode; /** Another place is another try. */ readonly place: string }
type State = { readonly failed: { readonly message: string; readonly place: string } | null }

/** Keeps a screen that breaks from taking the others with it, and says so in words. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return state.failed !== null && state.failed.place !== '' && state.failed.place !== props.place ? { failed: null } : null
  }

  static getDerivedStateFromError(thrown: unknown): State {
    return { failed: { message: messageOf(thrown), place: '' } }
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo): void {
    console.error('A screen broke.', thrown, info.componentStack)
    this.setState({ failed: { message: messageOf(thrown), place: this.props.place } })
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children
    return (
      <EmptyState
        title="This screen broke"
        actions={
          <Button kind="primary" onClick={() => this.setState({ failed: null })}>
            Try again
          </Button>
        }
      >
        <p>Nothing is lost: all that was saved is still in both copies, and the other rooms work.</p>
        <p>What it said: {this.state.failed.message}</p>
      </EmptyState>
    )
  }
}
